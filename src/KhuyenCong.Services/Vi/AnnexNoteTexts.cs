using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Vi;

/// <summary>What stands in an annex that is handed out with its findings.</summary>
internal static class AnnexNoteTexts
{
    public const string Author = "Cổng khuyến công";

    public const string Sheet = "Kết quả kiểm tra";

    public const string Title = "Kết quả kiểm tra phụ lục";

    public const string CellHeading = "Ô";

    public const string KindHeading = "Loại";

    public const string SentenceHeading = "Nội dung";

    public const string WholeTable = "Cả bảng";

    public const string Fault = "Lỗi";

    public const string Warning = "Cảnh báo";

    public const string Consequence = "Hệ quả";

    /// <summary>The name of the copy: the file's own, said to have notes.</summary>
    public static string FileName(string name) => Path.GetFileNameWithoutExtension(name) + " - ghi chú.xlsx";

    /// <summary>As it stands at its cell, which it then need not name.</summary>
    public static string Comment(string kind, string sentence, CellAddress cell)
    {
        var place = $"Ô {cell}: ";
        return $"{kind}: {(sentence.StartsWith(place, StringComparison.Ordinal) ? sentence[place.Length..] : sentence)}";
    }
}
