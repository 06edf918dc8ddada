using System.Globalization;
using KhuyenCong.Data;
using KhuyenCong.Data.Identity;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Vi;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Auditing;

/// <summary>Names of the rows that keys point to, of the kinds that people know by name.</summary>
internal sealed class AuditNames
{
    private readonly Dictionary<(string Entity, string Key), string> _names = [];

    public string? Find(string entity, string key) => _names.GetValueOrDefault((entity, key));

    /// <summary>Reads the names of the keys asked for; one SQL command, or none.</summary>
    public static async Task<AuditNames> ReadAsync(AppDbContext db, IEnumerable<(string Entity, string Key)> asked, IReadOnlyList<AuditTrailPerson> people, CancellationToken stop)
    {
        var names = new AuditNames();
        foreach (var person in people) names._names[(nameof(AppUser), person.Id.ToString(CultureInfo.InvariantCulture))] = person.Name;
        IQueryable<Named>? all = null;
        foreach (var group in asked.Distinct().GroupBy(a => a.Entity, a => a.Key, StringComparer.Ordinal))
        {
            var ids = group.Select(k => int.TryParse(k, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0).ToList();
            if (ids.Count > 0 && Query(db, group.Key, ids) is { } query) all = all is null ? query : all.Concat(query);
        }

        if (all is null) return names;
        foreach (var named in await all.ToListAsync(stop)) names._names[(named.Entity, named.Id.ToString(CultureInfo.InvariantCulture))] = Shown(named);
        return names;
    }

    private static IQueryable<Named>? Query(AppDbContext db, string entity, List<int> ids) => entity switch
    {
        nameof(Project) => db.Projects.Where(p => ids.Contains(p.Id)).Select(p => new Named { Entity = nameof(Project), Id = p.Id, Name = p.Code }),
        nameof(Plan) => db.Plans.Where(p => ids.Contains(p.Id)).Select(p => new Named { Entity = nameof(Plan), Id = p.Id, Name = p.Title }),
        nameof(Decision) => db.Decisions.Where(d => ids.Contains(d.Id)).Select(d => new Named { Entity = nameof(Decision), Id = d.Id, Name = d.Number }),
        nameof(Organisation) => db.Organisations.Where(o => ids.Contains(o.Id)).Select(o => new Named { Entity = nameof(Organisation), Id = o.Id, Name = o.ShortName }),
        nameof(AdministrativeUnit) => db.Units.Where(u => ids.Contains(u.Id)).Select(u => new Named { Entity = nameof(AdministrativeUnit), Id = u.Id, Name = u.Name }),
        nameof(Beneficiary) => db.Beneficiaries.Where(b => ids.Contains(b.Id)).Select(b => new Named { Entity = nameof(Beneficiary), Id = b.Id, Name = b.Name }),
        nameof(Document) => db.Documents.Where(d => ids.Contains(d.Id)).Select(d => new Named { Entity = nameof(Document), Id = d.Id, Name = d.FileName }),
        nameof(ActivityCategory) => db.Categories.Where(c => ids.Contains(c.Id)).Select(c => new Named { Entity = nameof(ActivityCategory), Id = c.Id, Name = c.Code }),
        nameof(AppRole) => db.Roles.Where(r => ids.Contains(r.Id)).Select(r => new Named { Entity = nameof(AppRole), Id = r.Id, Name = r.Name! }),
        _ => null,
    };

    private static string Shown(Named named) =>
        named.Entity == nameof(AppRole) && Enum.TryParse<Role>(named.Name, out var role) && Enum.IsDefined(role) ? StatusText.Of(role) : named.Name;

    private sealed record Named
    {
        public required string Entity { get; init; }
        public required int Id { get; init; }
        public required string Name { get; init; }
    }
}
