namespace KhuyenCong.Data.Auditing;

/// <summary>Which rows of an entity are to be compared with the trail.</summary>
/// <param name="Entity">The entity's class.</param>
/// <param name="By">A property; null for all rows.</param>
/// <param name="Value">What that property must be.</param>
public sealed record SealedQuestion(Type Entity, string? By = null, int Value = 0)
{
    /// <summary>The property may also be one of these; null for no others.</summary>
    public SealedDetour? OrAny { get; init; }
}
