using KhuyenCong.Data;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Finds the rows of the register that a project's beneficiaries may be.</summary>
public sealed class BeneficiaryPickService(AppDbContext db)
{
    private const int Most = 12;

    /// <summary>At most two SQL commands.</summary>
    /// <param name="actor">Who edits.</param>
    /// <param name="chosen">Rows already chosen; a merged one stands as the row that was kept.</param>
    /// <param name="text">The beneficiary as the annex writes it: rows of that name, or of a name that it lists.</param>
    /// <param name="search">What was typed to find others, a name or a tax code.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<BeneficiaryPick>> ReadAsync(Actor actor, IReadOnlyList<int> chosen, string? text, string? search, CancellationToken stop)
    {
        if (!actor.May(Permissions.BeneficiariesRead)) return Failure.Forbidden;
        var kept = chosen.Count == 0 ? [] : await db.Beneficiaries.Where(b => db.Beneficiaries.Any(c => chosen.Contains(c.Id) && (c.MergedIntoId ?? c.Id) == b.Id)).ToChoicesAsync(stop);
        string[] wanted = [.. BeneficiaryNames.Of(text), TaxCode.Read(search) ?? search ?? string.Empty];
        var found = wanted.Where(w => VietnameseText.Tokens(w).Length > 0)
            .Select(w => db.Beneficiaries.Where(b => b.MergedIntoId == null).Matching(w))
            .Aggregate((IQueryable<Beneficiary>?)null, (all, one) => all is null ? one : all.Union(one));
        var offered = found is null ? [] : await found.OrderBy(b => b.Id).Take(Most + chosen.Count).ToChoicesAsync(stop);
        return new BeneficiaryPick(kept, [.. offered.Where(o => kept.TrueForAll(k => k.Id != o.Id)).Take(Most)]);
    }
}
