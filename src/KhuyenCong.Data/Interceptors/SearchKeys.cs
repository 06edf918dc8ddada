using System.Linq.Expressions;
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

    /// <summary>Narrows to rows whose search key contains every token typed; nothing typed narrows nothing. Of more than a key can hold the beginning counts.</summary>
    public static IQueryable<T> Matching<T>(this IQueryable<T> rows, string? typed)
        where T : class, ISearchable
    {
        var tokens = VietnameseText.Distinct(VietnameseText.Tokens(typed?.Length > SearchLength ? typed[..SearchLength] : typed));
        return tokens.Count == 0 ? rows : rows.Where(Contains<T>(tokens, 0, tokens.Count));
    }

    public static string KeyOf(ISearchable row)
    {
        var key = VietnameseText.Fold(row.SearchSource);
        return key.Length <= SearchLength ? key : key[..SearchLength];
    }

    // Halves, not one condition inside the other: as deep as the logarithm of their number, for whoever walks the tree.
    private static Expression<Func<T, bool>> Contains<T>(IReadOnlyList<string> tokens, int from, int count)
        where T : class, ISearchable
    {
        if (count == 1)
        {
            var token = tokens[from];
            return row => EF.Property<string>(row, SearchKey).Contains(token);
        }

        var first = Contains<T>(tokens, from, count / 2);
        var second = Contains<T>(tokens, from + (count / 2), count - (count / 2));
        var row = first.Parameters[0];
        return Expression.Lambda<Func<T, bool>>(Expression.AndAlso(first.Body, new Renamed(second.Parameters[0], row).Visit(second.Body)), row);
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
