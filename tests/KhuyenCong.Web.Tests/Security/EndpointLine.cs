namespace KhuyenCong.Web.Tests.Security;

/// <summary>An address, what may be sent to it, and who is let in.</summary>
internal sealed record EndpointLine(string Route, string Methods, string Access)
{
    /// <summary>True when a browser can open it.</summary>
    public bool IsPage => !Route.Contains("{**", StringComparison.Ordinal) && Methods.Split(' ').Any(m => m is "GET" or "*");

    /// <summary>Everything that can be asked there: the page itself and its forms, a plan's pages once for every state of a plan.</summary>
    public IEnumerable<PageAsk> Asks()
    {
        var methods = Methods.Split(' ');
        List<PageAsk> asks = IsPage ? [new PageAsk("GET", Route, null)] : [];
        asks.AddRange(methods.Where(m => m.StartsWith("POST", StringComparison.Ordinal)).Select(m => new PageAsk(m, Route, null)));
        return Route.StartsWith(PageAsk.OfPlan, StringComparison.Ordinal)
            ? PageAsk.PlanStates.SelectMany(state => asks.Select(ask => ask with { State = state }))
            : asks;
    }
}
