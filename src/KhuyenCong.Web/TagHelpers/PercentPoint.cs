namespace KhuyenCong.Web.TagHelpers;

/// <summary>How much of the work was done on a day.</summary>
/// <param name="Day">The day reported on.</param>
/// <param name="Percent">0 to 100.</param>
public sealed record PercentPoint(DateOnly Day, int Percent);
