using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Exports.Xlsx;

/// <summary>The cells of a sheet while it is written, top to bottom and left to right.</summary>
internal sealed class SheetGrid(StyleBook styles)
{
    private const string Whole = "#,##0";
    private const string WithDecimals = "#,##0.0#####";

    private readonly MergeCells merges = new();

    public SheetData Data { get; } = new();

    /// <summary>The number of the last row, from 1.</summary>
    public int LastRow { get; private set; }

    /// <summary>The merged areas, or null: an empty list is not valid.</summary>
    public MergeCells? Merges => merges.HasChildren ? merges : null;

    /// <summary>Begins the next row; its height in points, or as its text needs.</summary>
    public void NextRow(double? height = null)
    {
        var row = new Row { RowIndex = (uint)++LastRow };
        if (height is { } points) (row.Height, row.CustomHeight) = (points, true);
        Data.Append(row);
    }

    public void AddText(int column, string text, CellStyle style)
    {
        var cell = Add(column, style with { QuotePrefix = FormulaText.IsDangerous(text) });
        if (text.Length == 0) return;
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new Text(CellText.Escaped(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>A cell of a report; a formula, where given, stands beside the value.</summary>
    public void AddValue(int column, ReportCell value, AmountUnit unit, CellStyle style, string? formula)
    {
        if (NumberOf(value, unit) is not { } number)
        {
            AddText(column, value.Show(unit), style);
            return;
        }

        var cell = Add(column, style with { Format = FormatOf(value, number) });
        if (formula is not null) cell.CellFormula = new CellFormula(formula);
        cell.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Merges from a cell to a cell; both ends may be the same.</summary>
    public void Merge(int fromRow, int fromColumn, int toRow, int toColumn)
    {
        var (from, to) = (Reference(fromRow, fromColumn), Reference(toRow, toColumn));
        if (from != to) merges.Append(new MergeCell { Reference = from + ":" + to });
    }

    /// <summary>"C7" for row 7 and column 3.</summary>
    public static string Reference(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    private static string Letters(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    private Cell Add(int column, CellStyle style)
    {
        var cell = new Cell { CellReference = Reference(LastRow, column), StyleIndex = styles.IdOf(style) };
        Data.LastChild!.Append(cell);
        return cell;
    }

    private static decimal? NumberOf(ReportCell value, AmountUnit unit) => value switch
    {
        ReportCell.Money money when unit == AmountUnit.Million => money.Amount.Dong / (decimal)Vnd.Million(1).Dong,
        ReportCell.Percent percent => percent.Share.Percent / 100m,
        ReportCell.Date date => (decimal)date.Day.ToDateTime(TimeOnly.MinValue).ToOADate(),
        _ => value.Addend,
    };

    // "#,##0.######" would leave a bare decimal sign behind whole numbers.
    private static string FormatOf(ReportCell value, decimal number) => value switch
    {
        ReportCell.Percent => "0.0%",
        ReportCell.Date => "dd/mm/yyyy",
        _ => decimal.IsInteger(number) ? Whole : WithDecimals,
    };
}
