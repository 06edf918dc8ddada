using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>Which tone a status has, and how each tone is drawn.</summary>
internal static class StatusShape
{
    private const string Ring = """<circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" stroke-width="1.5"/>""";
    private const string Half = Ring + """<path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor"/>""";
    private const string Dot = Ring + """<circle cx="6" cy="6" r="2" fill="currentColor"/>""";
    private const string ThreeQuarters = Ring + """<path d="M6 6V1.5A4.5 4.5 0 1 1 1.5 6z" fill="currentColor"/>""";
    private const string Disc = """<circle cx="6" cy="6" r="5.25" fill="currentColor"/>""";
    private const string Tick = """<path d="M1.5 6.5 4.5 9.75 10.5 2.5" fill="none" stroke="currentColor" stroke-width="2"/>""";
    private const string Cross = """<path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" stroke-width="2"/>""";

    public static string Svg(StatusTone tone)
    {
        var shape = tone switch
        {
            StatusTone.Quiet => Ring,
            StatusTone.Waiting => Half,
            StatusTone.Decided => Dot,
            StatusTone.Agreed => ThreeQuarters,
            StatusTone.Fine => Disc,
            StatusTone.Done => Tick,
            StatusTone.Wrong => Cross,
            StatusTone.Closed => Tick,
        };
        return $"""<svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">{shape}</svg>""";
    }

    public static string Css(StatusTone tone) => tone switch
    {
        StatusTone.Quiet => "status status-quiet",
        StatusTone.Waiting => "status status-waiting",
        StatusTone.Decided or StatusTone.Agreed or StatusTone.Fine => "status status-fine",
        StatusTone.Done => "status status-done",
        StatusTone.Wrong => "status status-wrong",
        StatusTone.Closed => "status status-closed",
    };

    public static StatusTone Of(PlanStatus status) => status switch
    {
        PlanStatus.Draft => StatusTone.Quiet,
        PlanStatus.Submitted => StatusTone.Waiting,
        PlanStatus.Appraised => StatusTone.Waiting,
        PlanStatus.Returned => StatusTone.Wrong,
        PlanStatus.Approved => StatusTone.Fine,
        PlanStatus.Closed => StatusTone.Closed,
    };

    public static StatusTone Of(ProjectStatus status) => status switch
    {
        ProjectStatus.Registered => StatusTone.Quiet,
        ProjectStatus.Surveyed => StatusTone.Quiet,
        ProjectStatus.Drafted => StatusTone.Quiet,
        ProjectStatus.Appraised => StatusTone.Waiting,
        ProjectStatus.Approved => StatusTone.Decided,
        ProjectStatus.Contracted => StatusTone.Agreed,
        ProjectStatus.InProgress => StatusTone.Fine,
        ProjectStatus.Accepted => StatusTone.Done,
        ProjectStatus.Liquidated => StatusTone.Done,
        ProjectStatus.Settled => StatusTone.Done,
        ProjectStatus.Archived => StatusTone.Closed,
        ProjectStatus.Rejected => StatusTone.Wrong,
        ProjectStatus.Withdrawn => StatusTone.Closed,
        ProjectStatus.Discontinued => StatusTone.Wrong,
    };

    public static StatusTone Of(AppraisalVerdict verdict) => verdict switch
    {
        AppraisalVerdict.Passed => StatusTone.Done,
        AppraisalVerdict.NeedsChange => StatusTone.Waiting,
        AppraisalVerdict.Failed => StatusTone.Wrong,
    };
}
