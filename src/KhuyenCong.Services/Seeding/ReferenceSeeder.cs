using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Data.Reference;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Territory;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Seeding;

/// <summary>
/// Brings the reference data into the database at every start, in every environment: what is missing is added,
/// what is there is left as the administrators keep it.
/// </summary>
/// <param name="databases">The database.</param>
/// <param name="newPortalsRequireFactors">Whether the roles that decide demand a second factor in a database made now; the demo works without.</param>
public sealed class ReferenceSeeder(IDbContextFactory<AppDbContext> databases, bool newPortalsRequireFactors = false)
{
    private static readonly Role[] Deciding = [Role.Leader, Role.DivisionHead, Role.Accountant, Role.Administrator];
    private static readonly Actor Seeder = Actor.System("Dữ liệu nền");

    /// <summary>Two nodes may start together: the slower one finds the rows of the other.</summary>
    public Task SeedAsync(CancellationToken stop) => databases.RetryAsync(
        async db =>
        {
            await AddRolesAsync(db, stop);
            await AddCataloguesAsync(db, stop);
            await AddApprovalSettingsAsync(db, stop);
            await AddUnitsAsync(db, stop);
            return await db.SaveAsync(Seeder, null, stop);
        },
        stop);

    private async Task AddRolesAsync(AppDbContext db, CancellationToken stop)
    {
        var have = await db.Roles.Select(r => r.Name).ToListAsync(stop);
        foreach (var role in Enum.GetNames<Role>().Except(have, StringComparer.Ordinal))
        {
            db.Roles.Add(new AppRole
            {
                Name = role, NormalizedName = role!.ToUpperInvariant(), ConcurrencyStamp = role,
                RequiresSecondFactor = newPortalsRequireFactors && have.Count == 0 && Deciding.Contains(Enum.Parse<Role>(role)),
            });
        }
    }

    private static async Task AddCataloguesAsync(AppDbContext db, CancellationToken stop)
    {
        var categories = await db.Categories.Select(c => c.Code).ToListAsync(stop);
        db.Categories.AddRange(ReferenceFiles.ActivityCategories().Where(c => !categories.Contains(c.Code)).Select(c => new ActivityCategory
        {
            Code = c.Code, Title = c.Title, ShortTitle = c.ShortTitle, ValidFrom = c.ValidFrom,
            ContractRequired = c.ContractRequired, LegalSource = c.LegalSource,
        }));

        var norms = await db.SpendingNorms.Select(n => n.Code).ToListAsync(stop);
        db.SpendingNorms.AddRange(ReferenceFiles.SpendingNorms().Where(n => !norms.Contains(n.Code)).Select(n => new SpendingNorm
        {
            Code = n.Code, Title = n.Title, MaxRatePercent = n.MaxRatePercent, Cap = n.Cap, CapUnit = n.CapUnit,
            LegalSource = $"{n.LegalSource}, {n.Article}", ValidFrom = n.ValidFrom, Enabled = true,
        }));

        var organisations = await db.Organisations.Select(o => o.Code).ToListAsync(stop);
        db.Organisations.AddRange(ReferenceFiles.Organisations().Where(o => !organisations.Contains(o.Code)).Select(o => new Organisation
        {
            Code = o.Code, Name = o.Name, ShortName = o.ShortName, Kind = Enum.Parse<OrganisationKind>(o.Kind),
        }));
    }

    // Adjustments pass the head of the division first; for plans the same step can be switched on.
    private static async Task AddApprovalSettingsAsync(AppDbContext db, CancellationToken stop)
    {
        var authorities = await db.AdjustmentAuthorities.Select(a => a.Kind).ToListAsync(stop);
        db.AdjustmentAuthorities.AddRange(Enum.GetValues<AdjustmentKind>().Except(authorities)
            .Select(kind => new AdjustmentAuthority { Kind = kind, Decider = AdjustmentAuthority.DefaultOf(kind) }));
        var subjects = await db.ApprovalSteps.Select(s => s.Subject).Distinct().ToListAsync(stop);
        db.ApprovalSteps.AddRange(Enum.GetValues<ApprovalSubject>().Except(subjects).Select(subject => new ApprovalStep
        {
            Subject = subject, Ordinal = 1, Position = "Trưởng phòng", Permission = Permissions.PlansEndorse, Enabled = subject == ApprovalSubject.Adjustment,
        }));
    }

    private static async Task AddUnitsAsync(AppDbContext db, CancellationToken stop)
    {
        var rows = ReferenceFiles.Units();
        var have = await db.Units.CountAsync(stop);
        if (have >= rows.Count) return;

        var units = (await db.Units.Include(u => u.Successors).Include(u => u.Aliases).ToListAsync(stop))
            .ToDictionary(u => new UnitKey(u.Code, u.ValidFrom));
        var added = new HashSet<UnitKey>();
        foreach (var row in rows.Where(r => !units.ContainsKey(r.Key)).OrderBy(r => r.Level))
        {
            var unit = new AdministrativeUnit
            {
                Code = row.Key.Code, Name = row.Name, Level = row.Level, ValidFrom = row.Key.ValidFrom, ValidTo = row.ValidTo,
                Parent = row.Parent is { } parent ? units[parent] : null,
                FormerDistrict = row.FormerDistrict is { } code
                    ? units.Values.Single(u => u.Level == UnitLevel.District && u.Code == code)
                    : null,
            };
            units.Add(row.Key, unit);
            added.Add(row.Key);
            db.Units.Add(unit);
        }

        foreach (var row in rows.Where(r => added.Contains(r.Key)))
        {
            foreach (var successor in row.Successors) units[row.Key].Successors.Add(new UnitSuccession { Successor = units[successor] });
        }

        foreach (var alias in ReferenceFiles.UnitAliases().Where(a => added.Contains(a.Unit)))
        {
            units[alias.Unit].Aliases.Add(new UnitAlias { Alias = alias.Alias });
        }
    }
}
