using DocumentFormat.OpenXml.Spreadsheet;

namespace KhuyenCong.Services.Exports.Xlsx;

/// <summary>Puts the parts of a sheet together in the order that the format demands.</summary>
internal static class WorksheetParts
{
    private const uint A4 = 9;

    /// <summary>A sheet of the given cells, whose rows up to <paramref name="frozenRows"/> stay in sight.</summary>
    public static Worksheet Assemble(SheetGrid grid, IEnumerable<double> widths, int frozenRows)
    {
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(ViewOf(frozenRows)),
            new SheetFormatProperties { DefaultRowHeight = 15.75 },
            new Columns(widths.Select(ColumnOf)),
            grid.Data);
        if (grid.Merges is { } merges) sheet.Append(merges);

        // Margins in inches, for the 20, 15 and 30 mm of Nghị định 30/2020/NĐ-CP.
        sheet.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 1.18, Right = 0.59, Top = 0.79, Bottom = 0.79, Header = 0.39, Footer = 0.39 },
            new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddHeader("&C&\"Times New Roman\"&13&P"), new FirstHeader("")) { DifferentFirst = true });
        return sheet;
    }

    private static SheetView ViewOf(int frozenRows)
    {
        var view = new SheetView { WorkbookViewId = 0 };
        if (frozenRows == 0) return view;
        view.Append(new Pane
        {
            VerticalSplit = frozenRows,
            TopLeftCell = SheetGrid.Reference(frozenRows + 1, 1),
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        });
        return view;
    }

    private static Column ColumnOf(double width, int at) =>
        new() { Min = (uint)at + 1, Max = (uint)at + 1, Width = width, CustomWidth = true };
}
