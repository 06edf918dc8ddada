using KhuyenCong.Domain.Adjustments;

namespace KhuyenCong.Services.Money;

/// <summary>A budget before and after a decision.</summary>
public sealed record BudgetChange(BudgetPosition Position, BudgetMove Move)
{
    public BudgetPosition After => Position.After(Move.Allocated) with { Allotted = Position.Allotted + Move.Allotted };

    /// <summary>Each budget that moves, beside where it stands; one that nothing was allotted to yet stands at zero.</summary>
    public static IReadOnlyList<BudgetChange> Of(IEnumerable<BudgetMove> moves, IReadOnlyList<BudgetPosition> positions) =>
        [.. moves.Select(m => new BudgetChange(positions.SingleOrDefault(p => p.Year == m.Year && p.Source == m.Source) ?? BudgetPosition.None(m.Year, m.Source), m))];
}
