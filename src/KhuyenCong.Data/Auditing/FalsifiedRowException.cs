namespace KhuyenCong.Data.Auditing;

/// <summary>
/// A row that would be believed is not what its newest entry says: somebody wrote it behind the portal's back. Nothing was
/// saved, an alarm was. Trying again is of no use.
/// </summary>
public sealed class FalsifiedRowException : Exception
{
    public FalsifiedRowException()
    {
    }

    public FalsifiedRowException(string message)
        : base(message)
    {
    }

    public FalsifiedRowException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public FalsifiedRowException(IReadOnlyList<BrokenSeal> rows)
        : base($"{rows[0].Kind}: {rows[0].Entity} {rows[0].Key} does not agree with the trail ({rows.Count} rows in all).") => Rows = rows;

    /// <summary>What does not agree.</summary>
    public IReadOnlyList<BrokenSeal> Rows { get; } = [];
}
