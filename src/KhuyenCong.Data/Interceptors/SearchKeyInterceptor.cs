using KhuyenCong.Domain;
using KhuyenCong.Domain.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KhuyenCong.Data.Interceptors;

/// <summary>Writes the search and sort keys of new and changed rows.</summary>
public sealed class SearchKeyInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Write(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Write(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Write(DbContext context)
    {
        foreach (var entry in context.ChangeTracker.Entries<ISearchable>())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;
            entry.Property(SearchKeys.SearchKey).CurrentValue = SearchKeys.KeyOf(entry.Entity);
            entry.Property(SearchKeys.SortKey).CurrentValue = VietnameseSort.SortKey(entry.Entity.SortSource);
        }
    }
}
