using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Carrying;

/// <summary>What a cell says, wherever it stands: the same text as a number, or struck through, says something else.</summary>
internal readonly record struct CellContent(CellKind Kind, string Text, string? Format, bool IsStruck, string? StruckPart)
{
    /// <summary>Null for a blank cell.</summary>
    public static CellContent? Of(SheetCell? cell) => cell is null || (cell.Kind == CellKind.Text && VietnameseText.CleanLines(cell.Shown) is null) ? null
        : new CellContent(cell.Kind, VietnameseText.CleanLines(cell.Shown) ?? string.Empty, cell.Kind == CellKind.Number ? cell.Format : null, cell.IsStruck, cell.StruckPart);
}
