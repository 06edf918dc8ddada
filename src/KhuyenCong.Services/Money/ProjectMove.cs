using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Money;

/// <summary>What a decision makes of one project's shares of budgets.</summary>
/// <param name="Code">The project's code; null for one that is added.</param>
/// <param name="Shares">The shares afterwards.</param>
/// <param name="Stops">Its contracts end with it.</param>
public sealed record ProjectMove(string? Code, IReadOnlyList<(FundingSource Source, int Year, Vnd Amount)> Shares, bool Stops)
{
    public Vnd Support => Shares.Sum(s => s.Amount);

    public static ProjectMove Of(AdjustmentEffect effect) =>
        new(effect.Of?.Project.Code, [.. effect.After.Funding.Select(f => (f.Source, f.Year, f.Amount))], effect.Stops);
}
