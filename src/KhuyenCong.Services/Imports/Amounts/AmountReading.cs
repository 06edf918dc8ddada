using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Imports.Amounts;

/// <summary>An amount in đồng, or the reason why there is none.</summary>
public readonly record struct AmountReading(Vnd? Amount, AmountProblem? Problem)
{
    public static AmountReading Of(Vnd amount) => new(amount, null);

    public static AmountReading Failed(AmountProblem problem) => new(null, problem);
}
