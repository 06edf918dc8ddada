using System.Linq.Expressions;

namespace KhuyenCong.Data;

/// <summary>Enums are stored by their English names: a database would sort them by those, not in the order they are declared in.</summary>
public static class DeclaredOrder
{
    /// <summary>The place of a value among its kind, for a database to sort by.</summary>
    public static Expression<Func<T, int>> Of<T, TEnum>(Expression<Func<T, TEnum>> key)
        where TEnum : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(key);
        var values = Enum.GetValues<TEnum>();
        Expression place = Expression.Constant(values.Length);
        for (var i = values.Length - 1; i >= 0; i--) place = Expression.Condition(Expression.Equal(key.Body, Expression.Constant(values[i])), Expression.Constant(i), place);
        return Expression.Lambda<Func<T, int>>(place, key.Parameters);
    }
}
