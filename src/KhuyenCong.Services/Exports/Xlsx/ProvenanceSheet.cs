using DocumentFormat.OpenXml.Spreadsheet;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Exports.Xlsx;

/// <summary>The sheet «Thông tin xuất»: who made the workbook, when, and from which filters.</summary>
internal static class ProvenanceSheet
{
    public const string Name = "Thông tin xuất";

    public static Worksheet Of(ReportBook book, StyleBook styles)
    {
        var grid = new SheetGrid(styles);
        foreach (var (label, text) in Lines(book))
        {
            grid.NextRow();
            grid.AddText(1, label, new CellStyle { Bold = true, Border = true });
            grid.AddText(2, text, new CellStyle { Border = true });
        }

        return WorksheetParts.Assemble(grid, [28, 90], frozenRows: 0);
    }

    private static IEnumerable<(string Label, string Text)> Lines(ReportBook book) =>
    [
        ("Báo cáo", book.Title),
        ("Đơn vị lập", book.IssuingBody),
        ("Người xuất", book.PreparedBy),
        ("Thời điểm xuất", ViDates.Instant(book.PreparedAt) + " (giờ Việt Nam)"),
        ("Bộ lọc", book.Filters),
        ("Số liệu đến ngày", ViDates.Day(book.AsOf)),
        .. book.HasAmounts ? new[] { ("Đơn vị tính", VndFormat.Label(book.Unit)) } : [],
        .. book.Decisions.Select(decision => ("Theo quyết định", decision)),
        .. book.Notes.Select(note => ("Ghi chú", note)),
    ];
}
