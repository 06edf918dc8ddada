using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Adjustments;

/// <summary>What the lines of one project make of its terms. For an added project there is no «before».</summary>
public sealed record AdjustmentEffect(AdjustedProject? Of, IReadOnlyList<AdjustmentLine> Lines, ProjectTerms After)
{
    public ProjectTerms? Before => Of?.Terms;

    /// <summary>Whether what it takes of the next year's budget comes along from this year's.</summary>
    public bool CarriesBudget => Lines.Any(l => l.Kind == AdjustmentKind.MoveToNextYear);

    public bool Stops => Lines.Any(l => l.Kind == AdjustmentKind.StopProject);

    /// <summary>The difference in support.</summary>
    public Vnd Change => After.Support - (Before?.Support ?? Vnd.Zero);

    /// <summary>What moves, in đồng: taken of one budget, given back to another, or both, as when a project changes its source or its year.</summary>
    public Vnd Moved
    {
        get
        {
            var (taken, given) = (Budget.Where(b => b.Change > Vnd.Zero).Sum(b => b.Change), Budget.Where(b => b.Change.IsNegative).Sum(b => b.Change).Magnitude());
            return taken > given ? taken : given;
        }
    }

    /// <summary>What it takes of each budget, or gives back.</summary>
    public IEnumerable<(FundingSource Source, int Year, Vnd Change)> Budget =>
        After.Funding.Select(f => (f.Source, f.Year, f.Amount))
            .Concat((Before?.Funding ?? []).Select(f => (f.Source, f.Year, -f.Amount)))
            .GroupBy(f => (f.Source, f.Year))
            .Select(g => (g.Key.Source, g.Key.Year, g.Sum(f => f.Item3)))
            .Where(f => !f.Item3.IsZero);

    /// <summary>The effects of an adjustment, in the order of its lines.</summary>
    /// <param name="adjustment">Its lines.</param>
    /// <param name="projects">The projects that the lines name, as they stand; lines of others are left out.</param>
    /// <param name="plan">The plan's year and source, for added projects.</param>
    public static IReadOnlyList<AdjustmentEffect> All(Adjustment adjustment, IReadOnlyDictionary<int, AdjustedProject> projects, Plans.Plan plan)
    {
        List<AdjustmentEffect> effects = [];
        foreach (var lines in adjustment.Lines.OrderBy(l => l.Ordinal).GroupBy(l => l.ProjectId is { } id ? (id, 0) : (0, l.Ordinal)))
        {
            var first = lines.First();
            if (first.Kind == AdjustmentKind.AddProject) effects.Add(new(null, [first], Added(first, plan)));
            else if (first.ProjectId is { } id && projects.TryGetValue(id, out var project)) effects.Add(new(project, [.. lines], Changed(project, lines)));
        }

        return effects;
    }

    private static ProjectTerms Changed(AdjustedProject of, IEnumerable<AdjustmentLine> lines)
    {
        var after = of.Terms.Copy();
        foreach (var line in lines) Apply(line, of.Project, after);
        return after;
    }

    private static void Apply(AdjustmentLine line, Project project, ProjectTerms after)
    {
        switch (line.Kind)
        {
            case AdjustmentKind.RaiseSupport or AdjustmentKind.LowerSupport:
                after.ShiftSupport((line.Support ?? after.Support) - after.Support);
                break;
            case AdjustmentKind.StopProject:
                after.Stop(project.Posted);
                break;
            case AdjustmentKind.ReplaceBeneficiary:
                after.BeneficiaryText = line.BeneficiaryText ?? after.BeneficiaryText;
                after.Beneficiaries.Clear();
                if (line.Beneficiary is not null) after.Beneficiaries.Add(line.Beneficiary);
                break;
            case AdjustmentKind.ChangePlace:
                SetPlace(line, after);
                break;
            case AdjustmentKind.MoveSource when line.Source is { } source:
                after.MoveTo(source);
                break;
            case AdjustmentKind.MoveToNextYear:
                after.CarryOver(project.Posted);
                break;
        }

        after.Name = line.Name ?? after.Name;
        after.Objectives = line.Objectives ?? after.Objectives;
        after.ImplementingUnit = line.ImplementingUnit ?? after.ImplementingUnit;
        after.Counterpart = line.Counterpart ?? after.Counterpart;
        after.Other = line.Other ?? after.Other;
        after.StartMonth = line.StartMonth ?? after.StartMonth;
        after.EndMonth = line.EndMonth ?? after.EndMonth;
        SetNorm(line, after);
    }

    private static void SetNorm(AdjustmentLine line, ProjectTerms after)
    {
        after.NormId = line.NormId ?? after.NormId;
        after.EligibleCost = line.EligibleCost ?? after.EligibleCost;
        after.Establishments = line.Establishments ?? after.Establishments;
        after.OverNormReason = line.OverNormReason ?? after.OverNormReason;
    }

    private static void SetPlace(AdjustmentLine line, ProjectTerms after)
    {
        after.AreaScope = line.AreaScope;
        after.Areas.Clear();
        foreach (var area in line.Areas) after.Areas.Add(new TermsArea { UnitId = area.UnitId, Unit = area.Unit });
    }

    private static ProjectTerms Added(AdjustmentLine line, Plans.Plan plan)
    {
        var terms = new ProjectTerms
        {
            Name = line.Name ?? string.Empty, BeneficiaryText = line.BeneficiaryText ?? string.Empty,
            ImplementingUnit = line.ImplementingUnit ?? string.Empty, Objectives = line.Objectives,
            StartMonth = line.StartMonth, EndMonth = line.EndMonth, Counterpart = line.Counterpart ?? Vnd.Zero, Other = line.Other ?? Vnd.Zero,
        };
        terms.SetFunding(line.Source ?? plan.Source, plan.Year, line.Support ?? Vnd.Zero);
        if (line.Beneficiary is not null) terms.Beneficiaries.Add(line.Beneficiary);
        SetPlace(line, terms);
        SetNorm(line, terms);
        return terms;
    }
}
