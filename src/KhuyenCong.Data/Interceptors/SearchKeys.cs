using KhuyenCong.Domain;
using KhuyenCong.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Data.Interceptors;

/// <summary>The folded search key and the alphabet's sort key: shadow columns of everything that can be found by text.</summary>
public static class SearchKeys
{
    public const string SearchKey = "SearchKey";
    public const string SortKey = "SortKey";
    public const int SearchLength = 1200;
    public const int SortLength = 200;

    /// <summary>Narrows to rows whose search key contains every token typed; nothing typed narrows nothing.</summary>
    public static IQueryable<T> Matching<T>(this IQueryable<T> rows, string? typed)
        where T : class, ISearchable
    {
        foreach (var token in VietnameseText.Tokens(typed)) rows = rows.Where(row => EF.Property<string>(row, SearchKey).Contains(token));
        return rows;
    }

    public static string KeyOf(ISearchable row)
    {
        var key = VietnameseText.Fold(row.SearchSource);
        return key.Length <= SearchLength ? key : key[..SearchLength];
    }
}
