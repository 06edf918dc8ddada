namespace KhuyenCong.Web.Operations.Watch;

/// <summary>How long one page took, in milliseconds.</summary>
/// <param name="Pattern">The page's pattern.</param>
/// <param name="Count">How often it was asked for.</param>
/// <param name="Median">Half of the answers took at most this, by the histogram's bounds.</param>
/// <param name="Most95">95 of 100 answers took at most this.</param>
/// <param name="Worst">The longest.</param>
/// <param name="WorstAt">UTC.</param>
public sealed record PageTime(string Pattern, long Count, double Median, double Most95, double Worst, DateTime WorstAt);
