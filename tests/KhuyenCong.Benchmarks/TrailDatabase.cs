using System.Globalization;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Benchmarks;

/// <summary>A trail as years of work leave it: rows that came, and rows that were changed, with the save door's own entries.</summary>
public static class TrailDatabase
{
    private const int Batch = 1_000;

    /// <summary>Adds to the portal until its trail has that many entries; every second entry changes a row.</summary>
    public static async Task FillAsync(TestPortal portal, int entries)
    {
        var clerk = await portal.PersonAsync("Nguyễn Thị Minh Châu", Role.Division);
        while (await CountAsync(portal) < entries)
        {
            await using var db = portal.Db();
            var rows = Enumerable.Range(1, Batch).Select(i => new Beneficiary
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"Hợp tác xã chế biến cà phê Ea Tul {i}"), Kind = BeneficiaryKind.Cooperative,
                Representative = "Y Thịnh Niê", Trade = "Chế biến nông sản",
            }).ToList();
            db.Beneficiaries.AddRange(rows);
            await db.SaveAsync(clerk, null, CancellationToken.None);
            foreach (var row in rows)
            {
                row.Name += " (đổi tên)";
                row.Touch();
            }

            await db.SaveAsync(clerk, "Đổi tên theo đăng ký kinh doanh mới", CancellationToken.None);
        }
    }

    private static async Task<long> CountAsync(TestPortal portal)
    {
        await using var db = portal.Db();
        return await db.AuditHeads.Select(h => h.LastNumber).SingleAsync();
    }
}
