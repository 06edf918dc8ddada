using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace KhuyenCong.TestSupport;

/// <summary>Fails where a query has the database sort by an enum whose stored names do not stand in the order of its values.</summary>
public sealed class OrderWatch : IQueryExpressionInterceptor
{
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        new Visitor().Visit(queryExpression);
        return queryExpression;
    }

    private sealed class Visitor : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.Name is "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" && node.Method.IsGenericMethod)
            {
                var key = node.Method.GetGenericArguments()[1];
                key = Nullable.GetUnderlyingType(key) ?? key;
                if (key.IsEnum && !Enum.GetNames(key).SequenceEqual(Enum.GetNames(key).Order(StringComparer.Ordinal)))
                {
                    throw new InvalidOperationException($"The database would sort by the English names of {key.Name}: {node.Arguments[1]}");
                }
            }

            return base.VisitMethodCall(node);
        }
    }
}
