using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Money;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>One part of a budget bar; the parts of a bar do not overlap.</summary>
/// <param name="Label">Its name in the legend.</param>
/// <param name="Amount">Zero or more.</param>
/// <param name="Fill">How it is filled.</param>
public sealed record BudgetSegment(string Label, Vnd Amount, BudgetFill Fill)
{
    /// <summary>
    /// The parts of a plan's or project's support: disbursed ⊂ contracted ⊂ approved. Work without contract pays from
    /// what is approved; where nothing is contracted, no part speaks of contracts.
    /// </summary>
    public static IReadOnlyList<BudgetSegment> OfSupport(Vnd approved, Vnd contracted, Vnd disbursed) =>
    [
        new("Đã giải ngân", disbursed, BudgetFill.Disbursed),
        new("Đã ký, chưa giải ngân", Rest(contracted, disbursed), BudgetFill.Contracted),
        new(contracted.IsZero ? "Chưa giải ngân" : "Chưa giải ngân, ngoài hợp đồng", Rest(approved, contracted > disbursed ? contracted : disbursed), BudgetFill.Approved),
    ];

    /// <summary>The parts of a year's budget; they add up to what is allotted, or to what is approved where that is more.</summary>
    public static IReadOnlyList<BudgetSegment> Of(BudgetPosition budget)
    {
        var over = budget.Unallocated.IsNegative ? -budget.Unallocated : Vnd.Zero;
        var rest = budget.Approved - budget.Disbursed - budget.Committed - over;
        return
        [
            new("Đã giải ngân", budget.Disbursed, BudgetFill.Disbursed),
            new("Đã ký hợp đồng, chưa giải ngân", budget.Committed, BudgetFill.Contracted),
            new("Đã phê duyệt, phần còn lại", rest, BudgetFill.Approved),
            over > Vnd.Zero
                ? new BudgetSegment("Vượt dự toán được giao", over, BudgetFill.Over)
                : new BudgetSegment("Chưa phân bổ", budget.Unallocated, BudgetFill.Free),
        ];
    }

    private static Vnd Rest(Vnd of, Vnd without) => of > without ? of - without : Vnd.Zero;
}
