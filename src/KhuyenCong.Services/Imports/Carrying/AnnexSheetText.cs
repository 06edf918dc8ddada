using System.Globalization;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Aliases;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Carrying;

/// <summary>A table's texts as the file has them: the headings of its columns, and what its rows and cells say.</summary>
internal sealed class AnnexSheetText
{
    private const string Below = " › ";

    private readonly Dictionary<int, string> _headings = [];
    private readonly AnnexLayout _layout;

    private AnnexSheetText(AnnexGrid grid, AnnexLayout layout)
    {
        (Grid, _layout) = (grid, layout);
        foreach (var column in grid.Sheet.Rows.SelectMany(r => r.Cells).Select(c => c.Address.Column).Distinct())
        {
            if (Heading(column) is { Length: > 0 } heading) _headings[column] = heading;
        }

        Columns = _headings.GroupBy(h => AliasKey.Of(h.Value), h => h.Key, StringComparer.Ordinal).Where(g => g.Key.Length > 0 && g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
    }

    /// <summary>The table that is read of a workbook, whatever was said about its columns; null when there is none.</summary>
    public static AnnexSheetText? Of(WorkbookContent workbook, string? sheet) =>
        AnnexReader.TableOf(workbook, new AnnexChoices { Sheet = sheet }) is { } table ? new AnnexSheetText(table.Grid, table.Layout) : null;

    public AnnexGrid Grid { get; }

    public string Sheet => Grid.Sheet.Name;

    /// <summary>Columns by the keys of their headings, as far as one heading names one column.</summary>
    public IReadOnlyDictionary<string, int> Columns { get; }

    public AnnexHeading Heading() => AnnexHeadingReader.Read(Grid, _layout);

    /// <summary>The heading of a column below those that head it: «Hỗ trợ › Năm 2024»; null for none.</summary>
    public string? HeadingOf(int column) => _headings.GetValueOrDefault(column);

    public IEnumerable<string> Headings => _headings.Values.Select(AliasKey.Of);

    public IEnumerable<int> Rows => Grid.Sheet.Rows.Select(r => r.Number);

    public CellContent? At(int row, int column) => CellContent.Of(Grid.At(row, column));

    /// <summary>The name in a row of the table; empty outside it, and for none.</summary>
    public string NameOf(int row) => row > _layout.LastHeaderRow ? AliasKey.Of(Grid.Text(row, _layout.Column(AnnexColumn.Name)!.Value)) : string.Empty;

    /// <summary>The words of a row between projects: its name, or what stands where its number would.</summary>
    public string? WordsOf(int row) =>
        Grid.Text(row, _layout.Column(AnnexColumn.Name)!.Value) ?? (_layout.Column(AnnexColumn.Ordinal) is { } ordinal ? Grid.Text(row, ordinal) : null);

    /// <summary>True for the number of a line, which moves when lines are added above it.</summary>
    public bool IsLineNumber(int row, int column) => column == _layout.Column(AnnexColumn.Ordinal)
        && Grid.Text(row, column) is { } text && decimal.TryParse(text.TrimEnd('.', ')'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <summary>The units that are stated, and what is unclear about them.</summary>
    public string Units()
    {
        var findings = new AnnexFindings();
        var units = AnnexUnitReader.Read(Grid, _layout, null, findings);
        return string.Join('|', units.Columns.OrderBy(u => u.Key).Select(u => $"{HeadingOf(u.Key)}={u.Value}").Prepend($"{units.Table}").Concat(findings.Faults.Select(f => $"{f.Kind}:{f.Text}")));
    }

    /// <summary>The text about the unit that cannot be understood; null when there is none.</summary>
    public string? UnclearUnit()
    {
        var findings = new AnnexFindings();
        AnnexUnitReader.Read(Grid, _layout, null, findings);
        return findings.Faults.Select(f => f.Text).FirstOrDefault();
    }

    private string Heading(int column)
    {
        var (parts, last) = (new List<string>(), (CellAddress?)null);
        for (var row = _layout.HeaderRow; row <= _layout.LastHeaderRow; row++)
        {
            var seen = Grid.SeenFrom(row, column);
            if (seen == last || Grid.Text(seen.Row, seen.Column) is not { } text) continue;
            last = seen;
            parts.Add(text);
        }

        return VietnameseText.Clean(string.Join(Below, parts)) ?? string.Empty;
    }
}
