namespace KhuyenCong.Domain;

/// <summary>
/// One unmet condition: the typed facts of why an action cannot be done now. The same refusals explain a
/// disabled button, fill the error list and guard the action. Their Vietnamese sentences are in Services/Vi.
/// </summary>
public abstract record Refusal
{
    /// <summary>Stable name of the condition, for tests and logs.</summary>
    public string Code => GetType().Name;
}
