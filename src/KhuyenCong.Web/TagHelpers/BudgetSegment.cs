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
    /// The parts of an allotment: disbursed ⊂ contracted ⊂ approved ⊂ allotted. What is approved beyond the allotment
    /// becomes a part of its own.
    /// </summary>
    public static IReadOnlyList<BudgetSegment> OfAllotment(Vnd allotted, Vnd approved, Vnd contracted, Vnd disbursed) =>
    [
        .. OfSupport(Least(approved, allotted), Least(contracted, allotted), Least(disbursed, allotted), "Đã phê duyệt, chưa ký"),
        approved > allotted
            ? new BudgetSegment("Vượt dự toán được giao", approved - allotted, BudgetFill.Over)
            : new BudgetSegment("Chưa phân bổ", allotted - approved, BudgetFill.Free),
    ];

    /// <summary>The parts of a plan's or project's support: disbursed ⊂ contracted ⊂ approved. Work without contract pays from what is approved.</summary>
    public static IReadOnlyList<BudgetSegment> OfSupport(
        Vnd approved, Vnd contracted, Vnd disbursed, string restLabel = "Chưa ký hợp đồng") =>
    [
        new("Đã giải ngân", disbursed, BudgetFill.Disbursed),
        new("Đã ký, chưa giải ngân", Rest(contracted, disbursed), BudgetFill.Contracted),
        new(restLabel, Rest(approved, contracted > disbursed ? contracted : disbursed), BudgetFill.Approved),
    ];

    /// <summary>The parts of a year's budget; they add up to what is allotted.</summary>
    public static IReadOnlyList<BudgetSegment> Of(BudgetPosition budget)
    {
        var rest = budget.Approved - budget.Disbursed - budget.Committed;
        return
        [
            new("Đã giải ngân", budget.Disbursed, BudgetFill.Disbursed),
            new("Đã ký hợp đồng, chưa giải ngân", budget.Committed, BudgetFill.Contracted),
            new("Đã phê duyệt, phần còn lại", rest, BudgetFill.Approved),
            budget.Unallocated.IsNegative
                ? new BudgetSegment("Vượt dự toán được giao", -budget.Unallocated, BudgetFill.Over)
                : new BudgetSegment("Chưa phân bổ", budget.Unallocated, BudgetFill.Free),
        ];
    }

    private static Vnd Rest(Vnd of, Vnd without) => of > without ? of - without : Vnd.Zero;

    private static Vnd Least(Vnd a, Vnd b) => a < b ? a : b;
}
