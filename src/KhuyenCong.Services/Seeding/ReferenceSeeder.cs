using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
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
/// Brings the reference data into the database at every start, in every environment: what was never there is added, what is
/// there is left as the administrators keep it. What the trail knows and the table lacks is an alarm, never added again.
/// </summary>
/// <param name="databases">The database.</param>
/// <param name="newPortalsRequireFactors">Whether the roles that decide demand a second factor in a database made now; the demo works without.</param>
public sealed class ReferenceSeeder(IDbContextFactory<AppDbContext> databases, bool newPortalsRequireFactors = false)
{
    private static readonly Role[] Deciding = [Role.Leader, Role.DivisionHead, Role.Accountant, Role.Administrator];
    private static readonly Actor Seeder = Actor.System("Dữ liệu nền");

    /// <summary>Two nodes may start together: the slower one finds the rows of the other.</summary>
    /// <returns>The rows that are gone without an entry that says so.</returns>
    public async Task<IReadOnlyList<BrokenSeal>> SeedAsync(CancellationToken stop)
    {
        var gone = await databases.RetryAsync(db => AddAsync(db, stop), stop);
        if (gone.Count == 0) return gone;
        await using var db = await databases.CreateDbContextAsync(stop);
        await db.AlarmAsync(gone, Seeder);
        return gone;
    }

    private async Task<List<BrokenSeal>> AddAsync(AppDbContext db, CancellationToken stop)
    {
        List<BrokenSeal> gone = [];
        await AddRolesAsync(db, gone, stop);
        await AddCataloguesAsync(db, gone, stop);
        await AddApprovalSettingsAsync(db, gone, stop);
        await AddUnitsAsync(db, gone, stop);
        await db.SaveAsync(Seeder, null, stop);
        return gone;
    }

    private async Task AddRolesAsync(AppDbContext db, List<BrokenSeal> alarms, CancellationToken stop)
    {
        var have = await db.Roles.Select(r => r.Name).ToListAsync(stop);
        var missing = Enum.GetNames<Role>().Except(have, StringComparer.Ordinal).Select(r => r!);
        foreach (var role in await KnownRows.NeverKnownAsync(db, nameof(AppRole), ["Name"], missing, r => r, alarms, stop))
        {
            db.Roles.Add(new AppRole
            {
                Name = role, NormalizedName = role.ToUpperInvariant(), ConcurrencyStamp = role,
                RequiresSecondFactor = newPortalsRequireFactors && have.Count == 0 && Deciding.Contains(Enum.Parse<Role>(role)),
            });
        }
    }

    private static async Task AddCataloguesAsync(AppDbContext db, List<BrokenSeal> alarms, CancellationToken stop)
    {
        var categories = await db.Categories.Select(c => c.Code).ToListAsync(stop);
        var newCategories = await KnownRows.NeverKnownAsync(
            db, nameof(ActivityCategory), ["Code"], ReferenceFiles.ActivityCategories().Where(c => !categories.Contains(c.Code)), c => c.Code, alarms, stop);
        db.Categories.AddRange(newCategories.Select(c => new ActivityCategory
        {
            Code = c.Code, Title = c.Title, ShortTitle = c.ShortTitle, ValidFrom = c.ValidFrom,
            ContractRequired = c.ContractRequired, LegalSource = c.LegalSource,
        }));

        var norms = await db.SpendingNorms.Select(n => n.Code).ToListAsync(stop);
        var newNorms = await KnownRows.NeverKnownAsync(
            db, nameof(SpendingNorm), ["Code"], ReferenceFiles.SpendingNorms().Where(n => !norms.Contains(n.Code)), n => n.Code, alarms, stop);
        db.SpendingNorms.AddRange(newNorms.Select(n => new SpendingNorm
        {
            Code = n.Code, Title = n.Title, MaxRatePercent = n.MaxRatePercent, Cap = n.Cap, CapUnit = n.CapUnit,
            LegalSource = $"{n.LegalSource}, {n.Article}", ValidFrom = n.ValidFrom, Enabled = true,
        }));

        var organisations = await db.Organisations.Select(o => o.Code).ToListAsync(stop);
        var newOrganisations = await KnownRows.NeverKnownAsync(
            db, nameof(Organisation), ["Code"], ReferenceFiles.Organisations().Where(o => !organisations.Contains(o.Code)), o => o.Code, alarms, stop);
        db.Organisations.AddRange(newOrganisations.Select(o => new Organisation
        {
            Code = o.Code, Name = o.Name, ShortName = o.ShortName, Kind = Enum.Parse<OrganisationKind>(o.Kind),
        }));
    }

    // Adjustments pass the head of the division first; for plans the same step can be switched on.
    private static async Task AddApprovalSettingsAsync(AppDbContext db, List<BrokenSeal> alarms, CancellationToken stop)
    {
        var authorities = await db.AdjustmentAuthorities.Select(a => a.Kind).ToListAsync(stop);
        var newAuthorities = await KnownRows.NeverKnownAsync(
            db, nameof(AdjustmentAuthority), ["Kind"], Enum.GetValues<AdjustmentKind>().Except(authorities), k => k.ToString(), alarms, stop);
        db.AdjustmentAuthorities.AddRange(newAuthorities.Select(kind => new AdjustmentAuthority { Kind = kind, Decider = AdjustmentAuthority.DefaultOf(kind) }));
        var subjects = await db.ApprovalSteps.Select(s => s.Subject).Distinct().ToListAsync(stop);
        var newSubjects = await KnownRows.NeverKnownAsync(
            db, nameof(ApprovalStep), ["Subject"], Enum.GetValues<ApprovalSubject>().Except(subjects), s => s.ToString(), alarms, stop);
        db.ApprovalSteps.AddRange(newSubjects.Select(subject => new ApprovalStep
        {
            Subject = subject, Ordinal = 1, Position = "Trưởng phòng", Permission = Permissions.PlansEndorse, Enabled = subject == ApprovalSubject.Adjustment,
        }));
    }

    private static async Task AddUnitsAsync(AppDbContext db, List<BrokenSeal> alarms, CancellationToken stop)
    {
        var rows = ReferenceFiles.Units();
        var have = (await db.Units.Select(u => new { u.Code, u.ValidFrom }).ToListAsync(stop)).Select(u => new UnitKey(u.Code, u.ValidFrom)).ToHashSet();
        var missing = await KnownRows.NeverKnownAsync(
            db, nameof(AdministrativeUnit), ["Code", "ValidFrom"], rows.Where(r => !have.Contains(r.Key)),
            r => FormattableString.Invariant($"{r.Key.Code}/{r.Key.ValidFrom:yyyy-MM-dd}"), alarms, stop);
        if (missing.Count == 0) return;

        var units = (await db.Units.Include(u => u.Successors).Include(u => u.Aliases).ToListAsync(stop))
            .ToDictionary(u => new UnitKey(u.Code, u.ValidFrom));
        var added = new HashSet<UnitKey>();
        foreach (var row in missing.OrderBy(r => r.Level))
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
