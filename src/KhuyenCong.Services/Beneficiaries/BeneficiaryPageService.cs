using KhuyenCong.Data;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Reads one row of the register.</summary>
public sealed class BeneficiaryPageService(AppDbContext db)
{
    /// <summary>Facts, projects and merges; a merged row shows the projects of the row that was kept. Six SQL commands.</summary>
    public async Task<Result<BeneficiaryPage>> ReadAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.May(Permissions.BeneficiariesRead)) return Failure.Forbidden;
        var row = await db.Beneficiaries.AsNoTracking().Include(b => b.Unit).ThenInclude(u => u!.Parent).SingleOrDefaultAsync(b => b.Id == id, stop);
        if (row is null) return Failure.NotFound;
        var root = row.MergedIntoId ?? row.Id;
        var into = row.MergedIntoId is null ? null : (await db.Beneficiaries.Where(b => b.Id == root).ToChoicesAsync(stop)).Single();
        var area = row.Unit is { } unit ? new AreaName(unit.Name, unit.Level, unit.Parent?.Name, unit.Parent?.Level).Text : null;
        return new BeneficiaryPage(
            row.Id, row.Version, row.Name, row.Kind, TaxCode.Shown(row.TaxCode), row.Representative, area, row.Trade, into,
            await ProjectsAsync(root, stop), await MergesAsync(root, stop), row.MergedIntoId is null ? await AlikeAsync(row, stop) : []);
    }

    /// <summary>The row's values as the form shows them.</summary>
    public async Task<Result<BeneficiaryRequest>> FormAsync(Actor actor, int id, CancellationToken stop)
    {
        if (!actor.May(Permissions.BeneficiariesEdit)) return Failure.Forbidden;
        var page = await ReadAsync(actor, id, stop);
        if (!page.IsDone) return Failure.From(page);
        var row = page.Value;
        return new BeneficiaryRequest
        {
            Version = row.Version, Name = row.Name, Kind = row.Kind, TaxCode = row.TaxCode, Representative = row.Representative, Area = row.Area, Trade = row.Trade,
        };
    }

    /// <summary>Rows that hold what was searched, to be merged with this one; merged rows are not offered.</summary>
    public async Task<Result<BeneficiaryChoice[]>> SearchAsync(Actor actor, int id, string? text, CancellationToken stop)
    {
        if (!actor.May(Permissions.BeneficiariesRead)) return Failure.Forbidden;
        if (VietnameseText.Tokens(text).Length == 0) return Array.Empty<BeneficiaryChoice>();
        return (await db.Beneficiaries.Where(b => b.Id != id && b.MergedIntoId == null).Matching(text).OrderBy(b => b.Name.Length).ThenBy(b => EF.Property<string>(b, SearchKeys.SortKey)).Take(20).ToChoicesAsync(stop)).ToArray();
    }

    private async Task<IReadOnlyList<BeneficiaryProject>> ProjectsAsync(int root, CancellationToken stop)
    {
        var rows = await db.BeneficiaryLinksOf().Where(l => l.BeneficiaryId == root)
            .Join(db.NewestTerms(), l => l.ProjectId, t => t.ProjectId, (_, t) => t)
            .OrderByDescending(t => t.Project!.Plan!.Year).ThenBy(t => t.Project!.PlanId).ThenBy(t => t.ProjectId)
            .Select(t => new
            {
                t.ProjectId, t.Project!.PlanId, t.Project.Code, t.Name, t.Project.Plan!.Year, t.Project.Plan.Tranche, t.Project.Plan.Source, t.Project.Status,
                Support = t.Funding.Sum(f => (long)f.Amount),
                Contracted = db.Contracts.Where(c => c.ProjectId == t.ProjectId && (c.BeneficiaryId == root || c.Beneficiary!.MergedIntoId == root)).Sum(c => (long?)c.Value),
                Decision = t.Decision!.Number,
                Payer = t.Funding.OrderByDescending(f => f.Year).ThenByDescending(f => (long)f.Amount).Select(f => (FundingSource?)f.Source).FirstOrDefault(),
            })
            .ToListAsync(stop);
        return rows.ConvertAll(r => new BeneficiaryProject(
            r.ProjectId, r.PlanId, r.Code, r.Name, r.Year, r.Tranche, r.Payer ?? r.Source, r.Status, new Vnd(r.Support), r.Contracted is { } value ? new Vnd(value) : null, r.Decision));
    }

    private async Task<IReadOnlyList<BeneficiaryMerged>> MergesAsync(int root, CancellationToken stop) => await db.BeneficiaryMerges.AsNoTracking()
        .Where(m => db.Beneficiaries.Any(b => b.Id == m.FromId && b.MergedIntoId == root))
        .OrderBy(m => m.Id)
        .Select(m => new BeneficiaryMerged(
            m.FromId, db.Beneficiaries.Where(b => b.Id == m.FromId).Select(b => b.Name).First(), db.Beneficiaries.Where(b => b.Id == m.FromId).Select(b => b.TaxCode).First(),
            db.Beneficiaries.Where(b => b.Id == m.IntoId).Select(b => b.Name).First(), m.Reason, m.ByName, m.At))
        .ToListAsync(stop);

    // The same folded name, or the same tax code.
    private async Task<IReadOnlyList<BeneficiaryChoice>> AlikeAsync(Beneficiary row, CancellationToken stop)
    {
        var others = db.Beneficiaries.Where(b => b.Id != row.Id && b.MergedIntoId == null);
        var near = others.Matching(row.Name);
        if (row.TaxCode is { } code) near = near.Union(others.Where(b => b.TaxCode == code));
        var folded = VietnameseText.Fold(row.Name);
        return [.. (await near.ToChoicesAsync(stop)).Where(b => VietnameseText.Fold(b.Name) == folded || (b.TaxCode is not null && b.TaxCode == row.TaxCode)).OrderBy(b => b.Id)];
    }
}
