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

    /// <summary>Why the support goes beyond the norm; the approver sees it.</summary>
    public string? OverNormReason { get; set; }

    public string? Note { get; set; }

    /// <summary>
    /// A decision stopped the project: it counts no longer as one of the plan, and its parties' promises lapse. What is
    /// disbursed stays approved until it is recovered.
    /// </summary>
    public bool IsStopped { get; private set; }

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

    /// <summary>Sets the support from one source in one budget year; nothing removes the share.</summary>
    public void SetFunding(FundingSource source, int year, Vnd amount)
    {
        var share = Funding.SingleOrDefault(f => f.Source == source && f.Year == year);
        if (share is not null) share.Amount = amount;
        else Funding.Add(new TermsFunding { Source = source, Year = year, Amount = amount });
    }

    /// <summary>The latest budget year that pays a share.</summary>
    public int BudgetYear => Funding.Where(f => !f.Amount.IsZero).Select(f => f.Year).DefaultIfEmpty(Funding.Max(f => f.Year)).Max();

    /// <summary>What the latest budget year pays: the most that can still be lowered.</summary>
    public Vnd LatestShare => Funding.Where(f => f.Year == BudgetYear).Sum(f => f.Amount);

    /// <summary>
    /// Raises the support where the latest budget year pays it, or lowers it from the latest year back: what was carried
    /// over goes first, and no year pays less than nothing.
    /// </summary>
    public void ShiftSupport(Vnd change)
    {
        if (change > Vnd.Zero)
        {
            Funding.Where(f => f.Year == BudgetYear).MaxBy(f => f.Amount)!.Amount += change;
            return;
        }

        var shares = Funding.OrderByDescending(f => f.Year).ThenByDescending(f => f.Amount).ToList();
        foreach (var share in shares)
        {
            // What goes below zero altogether stays visible in the last one: the rules refuse it.
            var taken = -change <= share.Amount || share == shares[^1] ? -change : share.Amount;
            share.Amount -= taken;
            change += taken;
        }
    }

    /// <summary>The work ends: nothing but what is out stays approved.</summary>
    public void Stop(Vnd posted)
    {
        ShiftSupport(posted - Support);
        (Counterpart, Other, IsStopped) = (Vnd.Zero, Vnd.Zero, true);
    }

    /// <summary>The whole support comes from another source, in the years it was in.</summary>
    public void MoveTo(FundingSource source)
    {
        foreach (var share in Funding.Where(f => f.Source != source && !f.Amount.IsZero).ToList())
        {
            SetFunding(source, share.Year, share.Amount + (Funding.SingleOrDefault(f => f.Source == source && f.Year == share.Year)?.Amount ?? Vnd.Zero));
            Funding.Remove(share);
        }
    }

    /// <summary>What is not disbursed moves from the latest budget year into the next.</summary>
    public void CarryOver(Vnd posted)
    {
        var year = BudgetYear;
        var share = Funding.Where(f => f.Year == year).MaxBy(f => f.Amount)!;
        var rest = Support - posted;
        if (rest <= Vnd.Zero || rest > share.Amount) return;
        share.Amount -= rest;
        SetFunding(share.Source, year + 1, rest);
    }

    /// <summary>The same terms once more, belonging to no decision yet: what a decision changes starts from here.</summary>
    public ProjectTerms Copy()
    {
        var copy = new ProjectTerms
        {
            ProjectId = ProjectId, Project = Project, Name = Name, BeneficiaryText = BeneficiaryText, ImplementingUnit = ImplementingUnit,
            Objectives = Objectives, AreaScope = AreaScope, StartMonth = StartMonth, EndMonth = EndMonth, Counterpart = Counterpart, Other = Other,
            NormId = NormId, EligibleCost = EligibleCost, Establishments = Establishments, OverNormReason = OverNormReason, Note = Note,
            IsStopped = IsStopped,
        };
        foreach (var share in Funding) copy.SetFunding(share.Source, share.Year, share.Amount);
        foreach (var area in Areas) copy.Areas.Add(new TermsArea { UnitId = area.UnitId, Unit = area.Unit });
        foreach (var beneficiary in Beneficiaries) copy.Beneficiaries.Add(beneficiary);
        return copy;
    }
}
