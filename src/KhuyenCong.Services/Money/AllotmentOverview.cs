using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Decisions;

namespace KhuyenCong.Services.Money;

/// <summary>Positions by year and source, with the papers behind them and the years that are closed.</summary>
public sealed record AllotmentOverview(
    IReadOnlyList<BudgetPosition> Positions, IReadOnlyList<AllotmentPaperRow> Papers, IReadOnlyList<YearClosing> Closings, IReadOnlyList<DecisionBody> Bodies)
{
    /// <summary>How a year was closed; null while it is open.</summary>
    public YearClosing? ClosingOf(int year) => Closings.FirstOrDefault(c => c.Year == year);
}

/// <summary>One paper; without a decision it is what a closing carried over.</summary>
public sealed record AllotmentPaperRow(
    int Year, FundingSource Source, string Number, DateOnly? IssuedOn, Vnd Amount, string? Note, int? DecisionId, string? IssuingBody);
