using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Progress;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Auditing;

/// <summary>
/// Which rows belong to a thing that people ask about: the history of a project tells of its money too. Rows deleted
/// meanwhile, such as those of a draft, are found only by their own key.
/// </summary>
internal sealed class AuditRelations(AppDbContext db)
{
    private const int MostSignIns = 500;

    /// <summary>The keys of the thing and of what belongs to it, by entity; at most three SQL commands.</summary>
    public async Task<Dictionary<string, List<string>>> OfAsync(string entity, string key, CancellationToken stop)
    {
        Dictionary<string, List<string>> found = new(StringComparer.Ordinal) { [entity] = [key] };
        if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || Links(entity, id) is not { } links) return found;
        foreach (var link in await links.ToListAsync(stop)) Add(found, link.Entity, link.Id.ToString(CultureInfo.InvariantCulture));
        switch (entity)
        {
            case nameof(Project):
                Add(found, nameof(Acceptance), key);
                if (found.TryGetValue(nameof(MoneyEntry), out var entries)) found[nameof(MoneyVerdict)] = entries;
                foreach (var part in await TermsPartsAsync(id, stop)) Add(found, part.Entity, part.Key);
                break;
            case "AppUser":
                foreach (var role in await db.UserRoles.Where(r => r.UserId == id).Select(r => r.RoleId).ToListAsync(stop))
                {
                    Add(found, "IdentityUserRole", string.Create(CultureInfo.InvariantCulture, $"{id}/{role}"));
                }

                break;
        }

        return found;
    }

    private IQueryable<Link>? Links(string entity, int id) => entity switch
    {
        nameof(Project) => db.ProjectTerms.Where(t => t.ProjectId == id).Select(t => new Link { Entity = nameof(ProjectTerms), Id = t.Id })
            .Concat(db.Contracts.Where(c => c.ProjectId == id).Select(c => new Link { Entity = nameof(Contract), Id = c.Id }))
            .Concat(db.MoneyEntries.Where(e => e.ProjectId == id).Select(e => new Link { Entity = nameof(MoneyEntry), Id = e.Id }))
            .Concat(db.ProgressUpdates.Where(u => u.ProjectId == id).Select(u => new Link { Entity = nameof(ProgressUpdate), Id = u.Id }))
            .Concat(db.Opinions.Where(o => o.ProjectId == id).Select(o => new Link { Entity = nameof(AppraisalOpinion), Id = o.Id }))
            .Concat(db.OfficerAssignments.Where(a => a.ProjectId == id).Select(a => new Link { Entity = nameof(OfficerAssignment), Id = a.Id }))
            .Concat(db.ProjectHistory.Where(h => h.ProjectId == id).Select(h => new Link { Entity = nameof(ProjectStatusChange), Id = h.Id }))
            .Concat(db.AdjustmentLines.Where(l => l.ProjectId == id).Select(l => new Link { Entity = nameof(AdjustmentLine), Id = l.Id })),
        nameof(Plan) => db.PlanGroups.Where(g => g.PlanId == id).Select(g => new Link { Entity = nameof(PlanGroup), Id = g.Id })
            .Concat(db.PlanHistory.Where(h => h.PlanId == id).Select(h => new Link { Entity = nameof(PlanStatusChange), Id = h.Id }))
            .Concat(db.Decisions.Where(d => d.PlanId == id).Select(d => new Link { Entity = nameof(Decision), Id = d.Id }))
            .Concat(db.Submissions.Where(s => s.PlanId == id).Select(s => new Link { Entity = nameof(Submission), Id = s.Id }))
            .Concat(db.Submissions.Where(s => s.PlanId == id).SelectMany(s => s.Signatures).Select(s => new Link { Entity = nameof(ApprovalSignature), Id = s.Id }))
            .Concat(db.Adjustments.Where(a => a.PlanId == id).Select(a => new Link { Entity = nameof(Adjustment), Id = a.Id })),
        nameof(Decision) => db.DecisionCorrections.Where(c => c.DecisionId == id).Select(c => new Link { Entity = nameof(DecisionCorrection), Id = c.Id })
            .Concat(db.ProjectTerms.Where(t => t.DecisionId == id).Select(t => new Link { Entity = nameof(ProjectTerms), Id = t.Id }))
            .Concat(db.AllotmentPapers.Where(p => p.DecisionId == id).Select(p => new Link { Entity = nameof(AllotmentPaper), Id = p.Id }))
            .Concat(db.Adjustments.Where(a => a.DecisionId == id).Select(a => new Link { Entity = nameof(Adjustment), Id = a.Id }))
            .Concat(db.Decisions.Where(d => d.Id == id && d.DocumentId != null).Select(d => new Link { Entity = nameof(Document), Id = d.DocumentId!.Value })),
        nameof(Adjustment) => db.AdjustmentLines.Where(l => l.AdjustmentId == id).Select(l => new Link { Entity = nameof(AdjustmentLine), Id = l.Id })
            .Concat(db.AdjustmentHistory.Where(h => h.AdjustmentId == id).Select(h => new Link { Entity = nameof(AdjustmentStatusChange), Id = h.Id }))
            .Concat(db.Submissions.Where(s => s.Subject == ApprovalSubject.Adjustment && s.SubjectId == id).Select(s => new Link { Entity = nameof(Submission), Id = s.Id }))
            .Concat(db.Submissions.Where(s => s.Subject == ApprovalSubject.Adjustment && s.SubjectId == id).SelectMany(s => s.Signatures).Select(s => new Link { Entity = nameof(ApprovalSignature), Id = s.Id }))
            .Concat(db.Decisions.Where(d => d.AdjustmentId == id).Select(d => new Link { Entity = nameof(Decision), Id = d.Id })),
        nameof(Allotment) => db.AllotmentPapers.Where(p => p.AllotmentId == id).Select(p => new Link { Entity = nameof(AllotmentPaper), Id = p.Id }),
        nameof(Beneficiary) => db.BeneficiaryMerges.Where(m => m.IntoId == id || m.FromId == id).Select(m => new Link { Entity = nameof(BeneficiaryMerge), Id = m.Id }),
        "AppUser" => db.Delegations.Where(d => d.FromId == id || d.ToId == id).Select(d => new Link { Entity = nameof(Delegation), Id = d.Id })
            .Concat(db.SignInEvents.Where(e => e.UserId == id).OrderByDescending(e => e.At).Take(MostSignIns).Select(e => new Link { Entity = nameof(SignInEvent), Id = e.Id })),
        _ => null,
    };

    private async Task<IEnumerable<(string Entity, string Key)>> TermsPartsAsync(int projectId, CancellationToken stop)
    {
        var terms = await db.ProjectTerms.Where(t => t.ProjectId == projectId).OrderBy(t => t.Id).Select(t => new
        {
            t.Id, Shares = t.Funding.Select(f => new { f.Source, f.Year }).ToList(), Units = t.Areas.Select(a => a.UnitId).ToList(),
        }).AsSingleQuery().ToListAsync(stop);
        return terms.SelectMany(t => t.Shares.Select(s => (nameof(TermsFunding), FormattableString.Invariant($"{t.Id}/{s.Source}/{s.Year}")))
            .Concat(t.Units.Select(u => (nameof(TermsArea), FormattableString.Invariant($"{t.Id}/{u}")))));
    }

    private static void Add(Dictionary<string, List<string>> found, string entity, string key)
    {
        if (found.TryGetValue(entity, out var keys)) keys.Add(key);
        else found[entity] = [key];
    }

    private sealed record Link
    {
        public required string Entity { get; init; }
        public required int Id { get; init; }
    }
}
