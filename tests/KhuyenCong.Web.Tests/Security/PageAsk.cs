using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>A page opened, or one of its forms sent empty; a plan's page for a plan in one state.</summary>
/// <param name="Method">GET, POST or POST with the handler: POST:Submit.</param>
/// <param name="Route">The page's pattern.</param>
/// <param name="State">The plan's state, on the pages of a plan.</param>
internal sealed record PageAsk(string Method, string Route, PlanStatus? State)
{
    /// <summary>How the pages of one plan begin.</summary>
    public const string OfPlan = "/ke-hoach/{id:int}";

    /// <summary>The states that the portal of the matrix has a plan in.</summary>
    public static IReadOnlyList<PlanStatus> PlanStates { get; } = [PlanStatus.Draft, PlanStatus.Submitted, PlanStatus.Appraised, PlanStatus.Approved];

    public bool IsPost => Method != "GET";

    public string? Handler => Method.Split(':').ElementAtOrDefault(1);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static PageAsk Of(string text)
    {
        var parts = text.Split(' ');
        return new PageAsk(parts[0], parts[1], parts.Length > 2 ? Enum.Parse<PlanStatus>(parts[2]) : null);
    }

    /// <summary>As the approved file names it: "POST:Submit /ke-hoach/{id:int} Draft".</summary>
    public override string ToString() => State is null ? $"{Method} {Route}" : $"{Method} {Route} {State}";
}
