using System.Globalization;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>
/// Where a request went, without what somebody typed: the page's pattern with the numbers of its rows. A pattern that holds
/// anything else, such as a one-time link, keeps its name only.
/// </summary>
public static class Place
{
    /// <summary>What stands for every address that no page has.</summary>
    public const string Nowhere = "(no page)";

    /// <summary>The pattern with row numbers: "/de-an/12/tep/7".</summary>
    public static string Of(HttpContext context)
    {
        var pattern = PatternOf(context);
        foreach (var (name, value) in context.Request.RouteValues)
        {
            if (value is null || !int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            pattern = pattern.Replace($"{{{name}:int}}", number.ToString(CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase);
        }

        return pattern;
    }

    /// <summary>The pattern alone, of which there are as many as pages: "/de-an/{id:int}".</summary>
    public static string PatternOf(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } raw } ? "/" + raw.TrimStart('/') : Nowhere;
}
