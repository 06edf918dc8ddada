namespace KhuyenCong.Domain;

/// <summary>A domain method was called although its rule refuses: a bug in the caller, never a user's mistake.</summary>
public sealed class RefusedActionException(IReadOnlyCollection<Refusal> refusals)
    : InvalidOperationException("Refused: " + string.Join(", ", refusals.Select(r => r.Code)))
{
    public IReadOnlyCollection<Refusal> Refusals { get; } = refusals;

    /// <summary>Throws when there is any refusal.</summary>
    public static void ThrowIfAny(IReadOnlyCollection<Refusal> refusals)
    {
        if (refusals.Count > 0) throw new RefusedActionException(refusals);
    }
}
