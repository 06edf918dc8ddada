using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Imports.Amounts;

/// <summary>An amount in đồng, or the reason why there is none.</summary>
public readonly record struct AmountReading(Vnd? Amount, AmountProblem? Problem)
{
    /// <summary>What the paper shows, when rounding makes that another number: in the unit in which it is shown.</summary>
    public decimal? ShownAs { get; init; }

    public static AmountReading Of(Vnd amount) => new(amount, null);

    public static AmountReading Failed(AmountProblem problem) => new(null, problem);
}
