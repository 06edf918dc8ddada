using KhuyenCong.Domain.Adjustments;

namespace KhuyenCong.Services.Money;

/// <summary>A budget before and after a decision.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Move">What the decision takes of it, and adds to it.</param>
/// <param name="After">Where it will stand, with what contracts have to pay then.</param>
public sealed record BudgetChange(BudgetPosition Position, BudgetMove Move, BudgetPosition After)
{
    /// <summary>Of projects that have neither contract nor money yet.</summary>
    public BudgetChange(BudgetPosition position, BudgetMove move)
        : this(position, move, position.After(move.Allocated) with { Allotted = position.Allotted + move.Allotted })
    {
    }
}
