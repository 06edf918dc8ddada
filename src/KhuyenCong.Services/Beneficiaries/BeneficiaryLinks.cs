using KhuyenCong.Data;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Projects;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Which project names which row of the register.</summary>
internal static class BeneficiaryLinks
{
    /// <summary>Every decision ever recorded counts: the newest terms of a project, also those that take effect later.</summary>
    public static IQueryable<ProjectTerms> NewestTerms(this AppDbContext db) => db.TermsAsOf(DateOnly.MaxValue);

    /// <summary>
    /// Links by the newest terms and by contracts, each pair once. Links are never rewritten: a link to a merged row counts
    /// as one to the row that was kept.
    /// </summary>
    public static IQueryable<BeneficiaryLink> BeneficiaryLinksOf(this AppDbContext db) =>
        db.NewestTerms().SelectMany(t => t.Beneficiaries, (t, b) => new BeneficiaryLink { ProjectId = t.ProjectId, BeneficiaryId = b.MergedIntoId ?? b.Id })
            .Union(db.Contracts.Select(c => new BeneficiaryLink { ProjectId = c.ProjectId, BeneficiaryId = c.Beneficiary!.MergedIntoId ?? c.BeneficiaryId }));
}

/// <summary>A project and a row of the register that was not merged into another.</summary>
internal sealed class BeneficiaryLink
{
    public required int ProjectId { get; init; }

    public required int BeneficiaryId { get; init; }
}
