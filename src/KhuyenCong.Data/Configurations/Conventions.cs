using KhuyenCong.Data.Interceptors;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KhuyenCong.Data.Configurations;

/// <summary>How values are kept, the same on every provider.</summary>
internal static class Conventions
{
    private const string Binary = "Latin1_General_100_BIN2";

    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<Vnd>().HaveConversion<VndConverter>();
        builder.Properties<Tranche>().HaveConversion<TrancheConverter>();
        builder.Properties<DateTime>().HaveConversion<UtcConverter>();
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(24).AreUnicode(false);
        builder.Properties<string>().HaveMaxLength(500);
    }

    /// <summary>What concerns every entity: search keys, versions, and deletes that never cascade in the database.</summary>
    public static void Finish(ModelBuilder builder, bool binaryKeys)
    {
        // A text with another mark is another text, whatever the database's own order takes for the same.
        if (binaryKeys) builder.Entity<AnnexAlias>().Property(a => a.Key).UseCollation(Binary);
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (typeof(ISearchable).IsAssignableFrom(type.ClrType))
            {
                var entity = builder.Entity(type.ClrType);
                var searchKey = entity.Property<string>(SearchKeys.SearchKey).HasMaxLength(SearchKeys.SearchLength).IsUnicode(false);
                var sortKey = entity.Property<string>(SearchKeys.SortKey).HasMaxLength(SearchKeys.SortLength).IsUnicode(false);
                if (binaryKeys)
                {
                    searchKey.UseCollation(Binary);
                    sortKey.UseCollation(Binary);
                }

                entity.HasIndex(SearchKeys.SortKey);
            }

            if (typeof(IVersioned).IsAssignableFrom(type.ClrType))
            {
                builder.Entity(type.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            }

            foreach (var key in type.GetForeignKeys())
            {
                // Children that go with their root are deleted by name, so that the audit trail tells of each.
                key.DeleteBehavior = key.DeleteBehavior == DeleteBehavior.Cascade ? DeleteBehavior.ClientCascade : DeleteBehavior.Restrict;
            }
        }
    }

    private sealed class VndConverter() : ValueConverter<Vnd, long>(v => v.Dong, v => new Vnd(v));

    private sealed class TrancheConverter() : ValueConverter<Tranche, int>(v => v.Code, v => new Tranche(v));

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(v => v, v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
}
