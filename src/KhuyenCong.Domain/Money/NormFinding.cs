namespace KhuyenCong.Domain.Money;

/// <summary>Support beside the limit of its norm.</summary>
/// <param name="Verdict">What was found.</param>
/// <param name="Limit">The lowest limit that can be computed; null when none can.</param>
/// <param name="Over">By how much the support exceeds it; zero when it does not.</param>
public sealed record NormFinding(NormVerdict Verdict, Vnd? Limit, Vnd Over)
{
    public static NormFinding NotApplicable { get; } = new(NormVerdict.NotApplicable, null, Vnd.Zero);
}
