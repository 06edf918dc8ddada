using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>Compares the sums that an annex states with its lines.</summary>
internal sealed class AnnexSums(AnnexGrid grid, AnnexLayout layout, MoneyUnit unit, AnnexFindings findings)
{
    public static readonly AnnexColumn[] Columns = [AnnexColumn.Total, AnnexColumn.Support, AnnexColumn.Counterpart, AnnexColumn.Other];

    /// <summary>Checks one row of sums; a null group stands for the whole annex.</summary>
    public IEnumerable<AnnexStatedSum> Check(SheetRow line, AnnexGroup? group, IReadOnlyList<AnnexRow> rows)
    {
        foreach (var column in Columns)
        {
            if (layout.Column(column) is not { } index) continue;
            var address = new CellAddress(line.Number, index);
            var cell = grid.At(line.Number, index);
            var reading = AnnexAmount.Read(cell, unit);
            if (reading.Problem == AmountProblem.Missing) continue;
            if (reading.Problem is { } problem)
            {
                findings.Fault(new AnnexProblem(AnnexRowReader.KindOf(problem), address) { Text = cell!.Shown, Column = column });
                continue;
            }

            var sum = Of(address, column, group, reading.Amount!.Value, rows);
            if (!sum.Agrees) Report(sum, KindOf(group), group is null ? null : string.Join(". ", new[] { group.Numeral, group.Title }.Where(t => t is not null)), rows);
            yield return sum;
        }
    }

    /// <summary>Checks a line that sums its sub-items: «1» above «1.1» and «1.2».</summary>
    public void CheckSubItems(AnnexLine line, IReadOnlyList<AnnexRow> rows)
    {
        foreach (var column in Columns)
        {
            if (layout.Column(column) is not { } index || AnnexAmount.Read(grid.At(line.Row.Number, index), unit) is not { Amount: { } stated }) continue;
            var sum = Of(new CellAddress(line.Row.Number, index), column, null, stated, rows);
            if (!sum.Agrees) Report(sum, AnnexProblemKind.SubItemsDiffer, line.Label, rows);
        }
    }

    private static AnnexStatedSum Of(CellAddress cell, AnnexColumn column, AnnexGroup? group, Vnd stated, IReadOnlyList<AnnexRow> rows) =>
        new(cell, column, group?.Index, stated, rows.Select(r => r.AmountOf(column) ?? Vnd.Zero).Sum());

    private static AnnexProblemKind KindOf(AnnexGroup? group) => group is null ? AnnexProblemKind.GrandTotalDiffers : AnnexProblemKind.SubtotalDiffers;

    private void Report(AnnexStatedSum sum, AnnexProblemKind kind, string? title, IReadOnlyList<AnnexRow> rows)
    {
        var isFedByFault = rows.Any(r => findings.IsFaulty(r.RowNumber, sum.Column));
        (isFedByFault ? findings.Consequences : findings.Warnings).Add(new AnnexProblem(kind, sum.Cell)
        {
            Column = sum.Column, Group = sum.Group, GroupTitle = title, Stated = sum.Stated, Computed = sum.Computed,
        });
    }
}
