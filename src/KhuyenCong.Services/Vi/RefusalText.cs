using KhuyenCong.Domain;

namespace KhuyenCong.Services.Vi;

/// <summary>One Vietnamese sentence for each refusal: what stands in the way, with the amounts, and what to do.</summary>
public static class RefusalText
{
    /// <summary>The sentence of a refusal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A refusal without a sentence: a bug.</exception>
    public static string Of(Refusal refusal) =>
        PlanRefusalText.Find(refusal) ?? MoneyRefusalText.Find(refusal) ?? ProjectRefusalText.Find(refusal) ?? AccountRefusalText.Find(refusal)
        ?? AnnexRefusalText.Find(refusal) ?? AdjustmentRefusalText.Find(refusal) ?? ApprovalRefusalText.Find(refusal)
        ?? DecisionRefusalText.Find(refusal) ?? YearRefusalText.Find(refusal) ?? AuditRefusalText.Find(refusal)
        ?? BeneficiaryRefusalText.Find(refusal) ?? NormRefusalText.Find(refusal) ?? SettingRefusalText.Find(refusal)
        ?? throw new ArgumentOutOfRangeException(nameof(refusal), refusal.Code, "A refusal without a sentence.");

    /// <summary>The sentences of several refusals, in their order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Refusal> refusals) => [.. refusals.Select(Of)];
}
