namespace KhuyenCong.Domain.People;

/// <summary>Why a row of the register cannot be edited, or two rows not be merged.</summary>
public static class BeneficiaryRules
{
    public static IReadOnlyList<Refusal> WhyNotEdit(Beneficiary row) => row.MergedIntoId is { } into ? [new BeneficiaryRefusals.IsMerged(row.Name, into)] : [];

    /// <param name="from">The row that will point to the other.</param>
    /// <param name="into">The row that is kept.</param>
    /// <param name="isOneTaxpayer">Somebody confirms that different tax codes belong to one establishment.</param>
    public static IReadOnlyList<Refusal> WhyNotMerge(Beneficiary from, Beneficiary into, bool isOneTaxpayer)
    {
        if (from.Id == into.Id) return [new BeneficiaryRefusals.MergedWithItself()];
        List<Refusal> refusals = [.. WhyNotEdit(from), .. WhyNotEdit(into)];
        if (!isOneTaxpayer && from.TaxCode is { } gone && into.TaxCode is { } kept && gone != kept) refusals.Add(new BeneficiaryRefusals.TaxCodesDiffer(kept, gone));
        return refusals;
    }
}
