using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Rows of the register by the spelling of their names, tone marks included: names that differ by one may be two establishments.</summary>
internal static class BeneficiarySpelling
{
    /// <summary>The first row of exactly that name, whatever its capitals, however many names are near.</summary>
    public static async Task<Beneficiary?> SpelledAsync(this IQueryable<Beneficiary> rows, string written, CancellationToken stop)
    {
        var key = VietnameseSort.SortKey(written);
        var alike = await rows.Where(b => EF.Property<string>(b, SearchKeys.SortKey) == key).ToListAsync(stop);
        return alike.Find(b => string.Equals(b.Name, written, StringComparison.OrdinalIgnoreCase));
    }
}
