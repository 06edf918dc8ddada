using KhuyenCong.Domain.Projects;
using KhuyenCong.Data;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Decisions;

/// <summary>The decided terms of some projects in the order of the chain.</summary>
internal sealed class TermsChain
{
    private readonly ILookup<int, DecidedTerms> _terms;

    private TermsChain(IEnumerable<DecidedTerms> terms) => _terms = terms.OrderBy(t => t.Since).ToLookup(t => t.ProjectId);

    /// <summary>One SQL command, whatever the number of projects and decisions.</summary>
    public static async Task<TermsChain> ReadAsync(AppDbContext db, IQueryable<ProjectTerms> terms, CancellationToken stop)
    {
        var rows = await terms.AsNoTracking().Where(t => t.DecisionId != null).Select(t => new
        {
            t.ProjectId, t.Project!.Code, GroupOrdinal = t.Project.Group!.Ordinal, GroupTitle = t.Project.Group.Title, t.Project.Ordinal,
            Day = t.EffectiveFrom!.Value, DecisionId = t.DecisionId!.Value, t.Name, t.BeneficiaryText, t.ImplementingUnit, t.AreaScope,
            t.Objectives, t.StartMonth, t.EndMonth, t.Counterpart, t.Other, t.Note, t.IsStopped,
            Funding = t.Funding.Select(f => new DecidedShare(f.Source, f.Year, f.Amount)).ToList(),
            Areas = t.Areas.Select(a => new AreaName(a.Unit!.Name, a.Unit.Level, a.Unit.Parent!.Name, (Domain.Territory.UnitLevel?)a.Unit.Parent.Level)).ToList(),
        }).ToListAsync(stop);
        return new TermsChain(
            rows.Select(r => new DecidedTerms
            {
                ProjectId = r.ProjectId, Code = r.Code, GroupOrdinal = r.GroupOrdinal, GroupTitle = r.GroupTitle, Ordinal = r.Ordinal,
                Since = new ChainPoint(r.Day, r.DecisionId), Name = r.Name, BeneficiaryText = r.BeneficiaryText, ImplementingUnit = r.ImplementingUnit,
                AreaText = AreaNames.Of(r.AreaScope, r.Areas), Objectives = r.Objectives, StartMonth = r.StartMonth, EndMonth = r.EndMonth,
                Funding = [.. r.Funding.Where(f => !f.Amount.IsZero).OrderBy(f => f.Source).ThenBy(f => f.Year)], Counterpart = r.Counterpart, Other = r.Other, Note = r.Note,
                IsStopped = r.IsStopped,
            }));
    }

    /// <summary>The terms in force at a point, in the order of the annex; a project approved only later has none.</summary>
    public IReadOnlyList<DecidedTerms> At(ChainPoint point) =>
        [.. _terms.Select(project => project.LastOrDefault(t => t.Since <= point)).OfType<DecidedTerms>().OrderBy(t => t.GroupOrdinal).ThenBy(t => t.Ordinal)];

    /// <summary>What each project became between two points; projects that nothing changed are left out.</summary>
    public IReadOnlyList<ProjectChange> Between(ChainPoint from, ChainPoint to)
    {
        var before = At(from).ToDictionary(t => t.ProjectId);
        return [.. At(to).Select(after => new ProjectChange(before.GetValueOrDefault(after.ProjectId), after)).Where(c => c.Says)];
    }

    /// <summary>What one decision made of the projects it speaks of.</summary>
    public IReadOnlyList<ProjectChange> Of(ChainPoint decision) =>
    [
        .. At(decision).Where(after => after.Since == decision).Select(after => new ProjectChange(
            _terms[after.ProjectId].LastOrDefault(t => t.Since < decision), after)),
    ];
}
