using System.Globalization;
using System.Text;

namespace KhuyenCong.Services.Exports;

/// <summary>
/// Reports as CSV (RFC 4180, UTF-8 with BOM): amounts as plain digits in đồng whatever the report's unit, percentages
/// with a point, days as yyyy-MM-dd. Text that a spreadsheet would take for a formula gets an apostrophe in front.
/// </summary>
public static class CsvWriter
{
    private const string EndOfLine = "\r\n";

    /// <summary>One table: a head and its rows.</summary>
    public static void Write(ReportTable table, Stream to)
    {
        using var writer = Open(to);
        WriteTable(writer, table);
    }

    /// <summary>All tables, each under its title and parted by an empty line.</summary>
    public static void Write(ReportBook book, Stream to)
    {
        using var writer = Open(to);
        foreach (var (at, table) in book.Tables.Index())
        {
            if (at > 0) writer.Write(EndOfLine);
            WriteRecord(writer, [Guarded(table.Title)]);
            WriteTable(writer, table);
        }
    }

    private static StreamWriter Open(Stream to) => new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);

    private static void WriteTable(StreamWriter writer, ReportTable table)
    {
        WriteRecord(writer, ["Loại dòng", .. table.Columns.Select(Head)]);
        foreach (var row in table.Rows) WriteRecord(writer, [Label(row.Kind), .. row.Cells.Select(Field)]);
    }

    private static string Head(ReportColumn column)
    {
        var unit = column.Kind switch
        {
            CellKind.Money => " (đồng)",
            CellKind.Percent => " (%)",
            CellKind.Text or CellKind.Count or CellKind.Date => "",
        };
        return Guarded((column.Group is null ? "" : column.Group + " – ") + column.Header + unit);
    }

    // A column of its own for the kind: whoever adds up the file must be able to leave the sums out.
    private static string Label(RowKind kind) => kind switch
    {
        RowKind.Item => "Dòng",
        RowKind.Group => "Nhóm",
        RowKind.Subtotal => "Cộng",
        RowKind.Total => "Tổng cộng",
    };

    private static string Field(ReportCell cell) => cell switch
    {
        ReportCell.Text text => Guarded(text.Value),
        ReportCell.Percent percent => percent.Share.Percent?.ToString("0.#", CultureInfo.InvariantCulture) ?? "",
        ReportCell.Date date => date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => cell.Addend?.ToString(CultureInfo.InvariantCulture) ?? "",
    };

    private static string Guarded(string text) => FormulaText.IsDangerous(text) ? "'" + text : text;

    private static void WriteRecord(StreamWriter writer, IEnumerable<string> fields)
    {
        writer.Write(string.Join(',', fields.Select(Quoted)));
        writer.Write(EndOfLine);
    }

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0
        ? field
        : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
