using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Reads rows of the register as choices.</summary>
internal static class BeneficiaryChoices
{
    /// <summary>One SQL command.</summary>
    public static async Task<List<BeneficiaryChoice>> ToChoicesAsync(this IQueryable<Beneficiary> rows, CancellationToken stop)
    {
        var read = await rows.AsNoTracking()
            .Select(b => new
            {
                b.Id, b.Name, b.TaxCode,
                Area = b.Unit == null ? null : new AreaName(b.Unit.Name, b.Unit.Level, b.Unit.Parent!.Name, (UnitLevel?)b.Unit.Parent.Level),
            })
            .ToListAsync(stop);
        return read.ConvertAll(b => new BeneficiaryChoice(b.Id, b.Name, b.TaxCode, b.Area?.Text));
    }
}
