using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Domain.Projects;

/// <summary>
/// Everything about a project that a decision may change: one row for each decision; the draft's row has none.
/// Rows tied to a decision are never changed again. Queries read them through TermsAsOf.
/// </summary>
public class ProjectTerms : ISearchable
{
    public int Id { get; init; }

    public int ProjectId { get; init; }

    public Project? Project { get; init; }

    public int? DecisionId { get; private set; }

    public Decision? Decision { get; private set; }

    /// <summary>The decision's effective day, kept here so that the terms of a day are found by index; null for a draft.</summary>
    public DateOnly? EffectiveFrom { get; private set; }

    public required string Name { get; set; }

    /// <summary>The beneficiary as the annex writes it.</summary>
    public required string BeneficiaryText { get; set; }

    public required string ImplementingUnit { get; set; }

    /// <summary>Mục tiêu, quy mô.</summary>
    public string? Objectives { get; set; }

    public AreaScope AreaScope { get; set; }

    /// <summary>The first day of the first month; null while unknown.</summary>
    public DateOnly? StartMonth { get; set; }

    /// <summary>The first day of the last month.</summary>
    public DateOnly? EndMonth { get; set; }

    /// <summary>Đối ứng: the beneficiaries' own money; a promise, outside allotment and disbursement.</summary>
    public Vnd Counterpart { get; set; }

    /// <summary>Nguồn khác.</summary>
    public Vnd Other { get; set; }

    public int? NormId { get; set; }

    /// <summary>The cost that the norm's rate applies to.</summary>
    public Vnd? EligibleCost { get; set; }

    /// <summary>Number of establishments that the norm's cap applies to.</summary>
    public int? Establishments { get; set; }

    public string? Note { get; set; }

    public ICollection<TermsFunding> Funding { get; init; } = [];

    public ICollection<TermsArea> Areas { get; init; } = [];

    public ICollection<Beneficiary> Beneficiaries { get; init; } = [];

    /// <summary>State support over all sources.</summary>
    public Vnd Support => Funding.Sum(f => f.Amount);

    /// <summary>Derived, never typed: support + counterpart + other.</summary>
    public Vnd Total => Support + Counterpart + Other;

    public string SearchSource => $"{Name} {BeneficiaryText}";

    public string SortSource => Name;

    /// <summary>The last day of the last month.</summary>
    public DateOnly? EndsOn => EndMonth?.AddMonths(1).AddDays(-1);

    /// <summary>Ties a draft's row to the decision that approves it.</summary>
    public void Decide(Decision decision)
    {
        if (DecisionId is not null || Decision is not null) throw new InvalidOperationException("These terms already belong to a decision.");
        Decision = decision;
        EffectiveFrom = decision.EffectiveFrom;
    }

    /// <summary>Sets the support from one source; nothing removes the share.</summary>
    public void SetFunding(FundingSource source, Vnd amount)
    {
        var share = Funding.SingleOrDefault(f => f.Source == source);
        if (share is not null) share.Amount = amount;
        else Funding.Add(new TermsFunding { Source = source, Amount = amount });
    }
}
