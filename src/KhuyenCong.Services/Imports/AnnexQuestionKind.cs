namespace KhuyenCong.Services.Imports;

/// <summary>What a preview may ask.</summary>
public enum AnnexQuestionKind
{
    Unit,
    Category,
    Area,
}
