using KhuyenCong.Services.Imports.Rows;

namespace KhuyenCong.Services.Imports;

/// <summary>What an adjustment's annex says.</summary>
/// <param name="Rows">Its projects; none where it is not certain which columns hold the support before and after.</param>
/// <param name="NotRead">Numbers of rows with such amounts that are no project, title or sum.</param>
public sealed record AnnexAdjustment(IReadOnlyList<AnnexAdjustmentRow> Rows, IReadOnlyList<int> NotRead)
{
    internal static AnnexAdjustment Read(Layout.AnnexGrid grid, Layout.AnnexLayout layout, Layout.AnnexUnits units, IReadOnlyList<AnnexRow> rows, IReadOnlyList<int> leftOut)
    {
        if (layout.Adjustment is not { Before: { } before, After: { } after }) return new AnnexAdjustment([], []);
        Amounts.AmountReading Reading(int row, int column) => Amounts.AnnexAmount.Read(grid.At(row, column), units.Of(column) ?? Amounts.MoneyUnit.Dong);
        return new AnnexAdjustment(
            [.. rows.Select(r => new AnnexAdjustmentRow(r.RowNumber, r.Name, r.Beneficiary, Before(r.RowNumber), units.Of(after) is null ? null : Reading(r.RowNumber, after).Amount))],
            [.. leftOut.Concat(rows.SelectMany(r => r.Parts)).Distinct().Order().Where(n => HasAmount(n, before) || HasAmount(n, after))]);

        Domain.Money.Vnd? Before(int row) => units.Of(before) is null ? null
            : Reading(row, before) is { Problem: Amounts.AmountProblem.Missing } ? Domain.Money.Vnd.Zero : Reading(row, before).Amount;

        bool HasAmount(int row, int column) => Reading(row, column).Problem is not Amounts.AmountProblem.Missing;
    }
}
