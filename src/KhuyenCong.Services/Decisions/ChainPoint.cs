namespace KhuyenCong.Services.Decisions;

/// <summary>A place in a plan's chain of decisions: all that count from a day, or those up to one of them.</summary>
/// <param name="Day">The day.</param>
/// <param name="DecisionId">The last decision of that day that counts; ties stand in register order.</param>
public readonly record struct ChainPoint(DateOnly Day, int DecisionId) : IComparable<ChainPoint>
{
    /// <summary>After every decision that counts from that day.</summary>
    public static ChainPoint EndOf(DateOnly day) => new(day, int.MaxValue);

    public int CompareTo(ChainPoint other) => (Day, DecisionId).CompareTo((other.Day, other.DecisionId));

    public static bool operator <(ChainPoint left, ChainPoint right) => left.CompareTo(right) < 0;

    public static bool operator >(ChainPoint left, ChainPoint right) => left.CompareTo(right) > 0;

    public static bool operator <=(ChainPoint left, ChainPoint right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ChainPoint left, ChainPoint right) => left.CompareTo(right) >= 0;
}
