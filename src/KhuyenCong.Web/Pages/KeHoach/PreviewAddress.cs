using System.Globalization;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.WebUtilities;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>The address of an annex preview: what was chosen in it stands in the query string.</summary>
internal static class PreviewAddress
{
    public static string Of(string path, NewPlanRequest plan, string? unit, IEnumerable<string> groups, IEnumerable<string> areas, bool all)
    {
        var query = new List<KeyValuePair<string, string?>>
        {
            new("nam", plan.Year?.ToString(CultureInfo.InvariantCulture)), new("dot", plan.Tranche?.ToString(CultureInfo.InvariantCulture)),
            new("nguon", plan.Source?.ToString()), new("don-vi", unit), new("tat-ca", all ? "true" : null),
        };
        query.AddRange(groups.Select(g => new KeyValuePair<string, string?>("nhom", g)));
        query.AddRange(areas.Select(a => new KeyValuePair<string, string?>("o", a)));
        return QueryHelpers.AddQueryString(path, query.Where(q => !string.IsNullOrEmpty(q.Value)));
    }
}
