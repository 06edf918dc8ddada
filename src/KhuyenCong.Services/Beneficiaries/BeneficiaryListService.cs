using KhuyenCong.Data;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>The register of beneficiaries as a list.</summary>
public sealed class BeneficiaryListService(AppDbContext db)
{
    /// <summary>One page by the Vietnamese alphabet; merged rows are found under the row that was kept. At most six SQL commands.</summary>
    public async Task<Result<BeneficiaryList>> ListAsync(Actor actor, BeneficiaryFilter filter, CancellationToken stop)
    {
        if (!actor.May(Permissions.BeneficiariesRead)) return Failure.Forbidden;
        var found = await NarrowAsync(filter, stop);
        var total = await found.CountAsync(stop);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (total + BeneficiaryFilter.PageSize - 1) / BeneficiaryFilter.PageSize));
        var rows = await found.OrderBy(b => EF.Property<string>(b, SearchKeys.SortKey)).ThenBy(b => b.Id)
            .Skip((page - 1) * BeneficiaryFilter.PageSize).Take(BeneficiaryFilter.PageSize)
            .Select(b => new
            {
                b.Id, b.Name, b.Kind, b.TaxCode, b.Trade,
                Area = b.Unit == null ? null : new AreaName(b.Unit.Name, b.Unit.Level, b.Unit.Parent!.Name, (UnitLevel?)b.Unit.Parent.Level),
            })
            .ToListAsync(stop);
        var part = await PartAsync([.. rows.Select(r => r.Id)], stop);
        return new BeneficiaryList(
            rows.ConvertAll(r => new BeneficiaryRow(
                r.Id, r.Name, r.Kind, TaxCode.Shown(r.TaxCode), r.Area?.Text, r.Trade, part[r.Id].Count(), part[r.Id].Sum(p => p.Approved ? p.Support : Vnd.Zero))),
            total, page, await AreasAsync(stop));
    }

    private async Task<IQueryable<Beneficiary>> NarrowAsync(BeneficiaryFilter filter, CancellationToken stop)
    {
        // A name that only a merged row bears leads to the row that was kept.
        var kept = db.Beneficiaries.AsNoTracking().Where(b => b.MergedIntoId == null);
        if (filter.Kind is { } kind) kept = kept.Where(b => b.Kind == kind);
        if (filter.UnitId is { } unit) kept = kept.Where(b => b.UnitId == unit || b.Unit!.FormerDistrictId == unit || (b.Unit.Level == UnitLevel.Commune && b.Unit.ParentId == unit));
        if (VietnameseText.Tokens(filter.Text).Length > 0)
        {
            var named = db.Beneficiaries.Matching(TaxCode.Read(filter.Text) ?? filter.Text).Select(b => b.MergedIntoId ?? b.Id);
            kept = kept.Where(b => named.Contains(b.Id));
        }

        if (!filter.ProbableDuplicates) return kept;
        var alike = (await kept.Select(b => new { b.Id, b.Name, b.TaxCode }).ToListAsync(stop))
            .SelectMany(b => new[] { VietnameseText.Fold(b.Name), b.TaxCode }.OfType<string>(), (b, key) => (b.Id, Key: key))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal).Where(g => g.Count() > 1).SelectMany(g => g.Select(pair => pair.Id)).ToHashSet();
        return kept.Where(b => alike.Contains(b.Id));
    }

    private async Task<ILookup<int, (bool Approved, Vnd Support)>> PartAsync(List<int> ids, CancellationToken stop)
    {
        var links = await db.BeneficiaryLinksOf().Where(l => ids.Contains(l.BeneficiaryId))
            .Join(db.NewestTerms(), l => l.ProjectId, t => t.ProjectId, (l, t) => new { l.BeneficiaryId, Approved = t.DecisionId != null, Support = t.Funding.Sum(f => (long)f.Amount) })
            .ToListAsync(stop);
        return links.ToLookup(l => l.BeneficiaryId, l => (l.Approved, new Vnd(l.Support)));
    }

    private async Task<IReadOnlyList<NamedChoice>> AreasAsync(CancellationToken stop)
    {
        var units = await db.Beneficiaries.Where(b => b.MergedIntoId == null && b.UnitId != null)
            .Select(b => new { b.Unit!.Id, b.Unit.Name, b.Unit.FormerDistrictId, FormerDistrict = b.Unit.FormerDistrict!.Name }).Distinct().ToListAsync(stop);
        return
        [
            .. units.Select(u => new NamedChoice(u.Id, u.Name))
                .Concat(units.Where(u => u.FormerDistrictId is not null).Select(u => new NamedChoice(u.FormerDistrictId!.Value, u.FormerDistrict)))
                .DistinctBy(u => u.Id).OrderBy(u => VietnameseSort.SortKey(u.Name), StringComparer.Ordinal),
        ];
    }
}
