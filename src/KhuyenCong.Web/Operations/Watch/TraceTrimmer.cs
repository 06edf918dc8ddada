using System.Diagnostics;
using OpenTelemetry;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>
/// Leaves in a trace what is known to hold nobody's data: the page's pattern, never the address with its query, the
/// browser, the account or the network address. What a later version of a library adds stays out until it is named here.
/// </summary>
public sealed class TraceTrimmer : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "error.type", "network.protocol.name", "network.protocol.version",
    };

    public override void OnEnd(Activity data)
    {
        foreach (var name in data.TagObjects.Select(tag => tag.Key).Where(name => !Kept.Contains(name)).ToList()) data.SetTag(name, null);
        data.DisplayName = data.GetTagItem("http.route") is string route ? $"{data.GetTagItem("http.request.method")} {route}" : data.OperationName;
        data.TraceStateString = null;
    }
}
