using KhuyenCong.Data;
using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Finds the rows of the register that a project's beneficiaries may be.</summary>
public sealed class BeneficiaryPickService(AppDbContext db)
{
    private const int Most = 12;

    // More than any project has; a form may send whatever it likes.
    private const int MostChosen = 200;

    /// <summary>One SQL command.</summary>
    /// <param name="actor">Who edits.</param>
    /// <param name="chosen">Rows already chosen.</param>
    /// <param name="text">The beneficiary as the annex writes it: rows of that name, or of a name that it lists.</param>
    /// <param name="search">What was typed to find others, a name or a tax code.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<Result<BeneficiaryPick>> ReadAsync(Actor actor, IReadOnlyList<int> chosen, string? text, string? search, CancellationToken stop)
    {
        if (!actor.May(Permissions.BeneficiariesRead)) return Failure.Forbidden;
        chosen = [.. chosen.Distinct().Take(MostChosen)];
        string[] wanted = [.. BeneficiaryNames.Of(text), VietnameseText.Fold(TaxCode.Read(search) ?? search)];
        var found = wanted.Where(w => w.Length > 0)
            .Select(w => db.Beneficiaries.Where(b => b.MergedIntoId == null).Matching(w).OrderBy(b => b.Name.Length).ThenBy(b => b.Id).Take(Most))
            .Aggregate(db.Beneficiaries.Where(b => chosen.Contains(b.Id) && b.MergedIntoId == null), (all, one) => all.Union(one));
        var rows = (await found.ToChoicesAsync(stop)).ToLookup(b => chosen.Contains(b.Id));
        return new BeneficiaryPick(
            [.. rows[true].OrderBy(b => b.Id)], [.. rows[false].OrderBy(b => wanted.Contains(VietnameseText.Fold(b.Name)) ? 0 : 1).ThenBy(b => b.Id).Take(Most)]);
    }
}
