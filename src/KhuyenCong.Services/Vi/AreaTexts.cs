namespace KhuyenCong.Services.Vi;

/// <summary>Words for areas.</summary>
public static class AreaTexts
{
    public const string WholeProvince = "Toàn tỉnh";

    public const string SeveralAreas = "Nhiều địa bàn";
}
