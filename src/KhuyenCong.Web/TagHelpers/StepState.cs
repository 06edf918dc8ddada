namespace KhuyenCong.Web.TagHelpers;

/// <summary>Where a step of the work stands.</summary>
public enum StepState
{
    Done,
    Now,
    Ahead,
}
