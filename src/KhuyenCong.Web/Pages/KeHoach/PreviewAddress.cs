using System.Globalization;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.WebUtilities;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>The address of an annex preview: the plan that it is read for; what was answered is kept with the upload.</summary>
internal static class PreviewAddress
{
    public static string Of(string path, NewPlanRequest plan, int page = 1)
    {
        KeyValuePair<string, string?>[] query =
        [
            new("nam", plan.Year?.ToString(CultureInfo.InvariantCulture)), new("dot", plan.Tranche?.ToString(CultureInfo.InvariantCulture)),
            new("nguon", plan.Source?.ToString()), new("trang", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
        ];
        return QueryHelpers.AddQueryString(path, query.Where(q => !string.IsNullOrEmpty(q.Value)));
    }
}
