using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Money;

/// <summary>Positions by year and source, with the papers behind them.</summary>
public sealed record AllotmentOverview(IReadOnlyList<BudgetPosition> Positions, IReadOnlyList<AllotmentPaperRow> Papers);

/// <summary>One paper.</summary>
public sealed record AllotmentPaperRow(int Year, FundingSource Source, string Number, DateOnly? IssuedOn, Vnd Amount, string? Note);
