using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>Compares the sums that an annex states with its lines.</summary>
internal sealed class AnnexSums(AnnexGrid grid, AnnexLayout layout, AnnexUnits units, AnnexFindings findings)
{
    public static readonly AnnexColumn[] Columns = [AnnexColumn.Total, AnnexColumn.Support, AnnexColumn.NationalSupport, AnnexColumn.Counterpart, AnnexColumn.Other];

    // The columns of money; those of support by year with their year.
    private IEnumerable<(AnnexColumn Column, int? Year, int Index)> Amounts =>
        Columns.Where(layout.Has).Select(c => (c, (int?)null, layout.Column(c)!.Value)).Concat(layout.Years.Select(y => (y.Part, (int?)y.Year, y.Header.Column)));

    /// <summary>Checks one row of sums; a null group stands for the whole annex.</summary>
    public IEnumerable<AnnexStatedSum> Check(SheetRow line, AnnexGroup? group, IReadOnlyList<AnnexRow> rows)
    {
        foreach (var (column, year, index) in Amounts)
        {
            var address = new CellAddress(line.Number, index);
            if (Stated(address, column, year) is not { } stated) continue;
            var sum = Of(address, column, year, group, stated, rows);
            if (!sum.Agrees) Report(sum, KindOf(group), group is null ? null : string.Join(". ", new[] { group.Numeral, group.Title }.Where(t => t is not null)), rows);
            yield return sum;
        }
    }

    /// <summary>Checks a line that sums some of the projects: «1» above «1.1» and «1.2», or the groups below «A».</summary>
    public void CheckPart(AnnexProblemKind kind, AnnexLine line, IReadOnlyList<AnnexRow> rows)
    {
        foreach (var (column, year, index) in Amounts)
        {
            var address = new CellAddress(line.Row.Number, index);
            if (Stated(address, column, year) is not { } stated) continue;
            var sum = Of(address, column, year, null, stated, rows);
            if (!sum.Agrees) Report(sum, kind, line.Label, rows);
        }
    }

    /// <summary>The parts of a project need not have amounts; those that have make up the project's.</summary>
    public void CheckParts(AnnexRow row)
    {
        foreach (var (column, year, index) in Amounts)
        {
            if (Of(row, column, year) is not { } whole) continue;
            var parts = row.Parts.Select(p => Stated(new CellAddress(p, index), column, year)).OfType<Vnd>().ToList();
            if (parts.Count == 0 || parts.Sum() == whole) continue;
            findings.Warn(new AnnexProblem(AnnexProblemKind.PartsDiffer, new CellAddress(row.RowNumber, index)) { Column = column, Year = year, Text = row.Name, Stated = whole, Computed = parts.Sum() });
        }
    }

    // What stands in a line of sums; null for nothing, and for what cannot be read, which is a fault.
    private Vnd? Stated(CellAddress cell, AnnexColumn column, int? year)
    {
        if (units.Of(cell.Column) is not { } unit) return null;
        var reading = AnnexAmount.Read(grid.At(cell.Row, cell.Column), unit);
        if (reading.Problem is { } problem and not AmountProblem.Missing)
        {
            findings.Fault(new AnnexProblem(AnnexRowReader.KindOf(problem), cell) { Text = grid.Text(cell.Row, cell.Column), Column = column, Year = year });
        }

        return reading.Amount;
    }

    private static AnnexStatedSum Of(CellAddress cell, AnnexColumn column, int? year, AnnexGroup? group, Vnd stated, IReadOnlyList<AnnexRow> rows) =>
        new(cell, column, group?.Index, stated, rows.Select(r => Of(r, column, year) ?? Vnd.Zero).Sum()) { Year = year };

    private static Vnd? Of(AnnexRow row, AnnexColumn column, int? year) => year is { } of ? row.AmountOf(column, of) : row.AmountOf(column);

    private static AnnexProblemKind KindOf(AnnexGroup? group) => group is null ? AnnexProblemKind.GrandTotalDiffers : AnnexProblemKind.SubtotalDiffers;

    private void Report(AnnexStatedSum sum, AnnexProblemKind kind, string? title, IReadOnlyList<AnnexRow> rows)
    {
        var isFedByFault = rows.Any(r => findings.IsFaulty(r.RowNumber, sum.Column));
        (isFedByFault ? findings.Consequences : findings.Warnings).Add(new AnnexProblem(kind, sum.Cell)
        {
            Column = sum.Column, Year = sum.Year, Group = sum.Group, GroupTitle = title, Stated = sum.Stated, Computed = sum.Computed,
        });
    }
}
