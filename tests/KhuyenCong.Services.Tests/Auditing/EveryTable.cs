using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KhuyenCong.Services.Tests.Auditing;

/// <summary>Puts a row into every table that the trail covers and the scene left empty, through the door.</summary>
internal static class EveryTable
{
    private static readonly DateTime At = new(2024, 2, 5, 2, 0, 0, DateTimeKind.Utc);

    /// <summary>The entities that the trail covers.</summary>
    public static IReadOnlyList<IEntityType> Of(AppDbContext db) => [.. db.Model.GetEntityTypes().Where(AuditScope.Covers).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>The rows of an entity, tracked.</summary>
    public static IQueryable<object> Rows(AppDbContext db, IEntityType type) => type.HasSharedClrType
        ? db.Set<Dictionary<string, object>>(type.Name)
        : (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type.ClrType).Invoke(db, null)!;

    public static async Task FillAsync(Func<AppDbContext> open)
    {
        for (var pass = 0; pass < 4; pass++)
        {
            await using var look = open();
            foreach (var type in Of(look))
            {
                await using var db = open();
                if (!await Rows(db, type).AnyAsync()) await TryAddAsync(db, type);
            }
        }
    }

    private static async Task TryAddAsync(AppDbContext db, IEntityType type)
    {
        var entity = Activator.CreateInstance(type.ClrType, nonPublic: true)!;
        var entry = type.HasSharedClrType ? db.Set<Dictionary<string, object>>(type.Name).Entry((Dictionary<string, object>)entity) : db.Entry(entity);
        foreach (var property in type.GetProperties().Where(p => !AuditScope.IsDerived(p) && !(p.ValueGenerated == ValueGenerated.OnAdd && p.IsPrimaryKey() && !p.IsForeignKey())))
        {
            if (property.GetContainingForeignKeys().FirstOrDefault() is { } link)
            {
                if (property.IsNullable) continue;
                if (await Rows(db, link.PrincipalEntityType).FirstOrDefaultAsync() is not { } principal) return;
                entry.Property(property.Name).CurrentValue = db.Entry(principal).Property(link.PrincipalKey.Properties[link.Properties.ToList().IndexOf(property)].Name).CurrentValue;
            }
            else if (Value(property) is { } value)
            {
                entry.Property(property.Name).CurrentValue = value;
            }
        }

        entry.State = EntityState.Added;
        try
        {
            await db.SaveAsync(Actor.System("Kiểm thử"), null, CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            // Told by the test that counts the tables without rows.
        }
    }

    private static object? Value(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (property.IsNullable && type != typeof(string)) return null;
        if (type == typeof(string)) return property.GetMaxLength() is { } most and > 0 and < 8 ? "x" : "giá trị";
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0);
        if (type == typeof(DateTime)) return At;
        if (type == typeof(DateOnly)) return DateOnly.FromDateTime(At);
        if (type == typeof(Guid)) return Guid.NewGuid();
        if (type == typeof(byte[])) return new byte[] { 1, 2, 3 };
        return type == typeof(int) ? 1 : null;
    }
}
