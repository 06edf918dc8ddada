namespace KhuyenCong.Services.People;

/// <summary>How tries that failed slow down the next one.</summary>
/// <param name="Free">Failures before anybody waits.</param>
/// <param name="First">The wait after the last of these; it doubles with each further failure.</param>
/// <param name="Longest">The wait never grows beyond this.</param>
/// <param name="Forgotten">Failures are forgotten when nothing failed for this long.</param>
public sealed record TryRule(int Free, TimeSpan First, TimeSpan Longest, TimeSpan Forgotten)
{
    /// <summary>Somebody's own browser: nobody else can use up its tries.</summary>
    public static TryRule OwnDevice { get; } = new(5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), TimeSpan.FromHours(12));

    /// <summary>One account from one network.</summary>
    public static TryRule AccountFromNetwork { get; } = OwnDevice;

    /// <summary>One account from all browsers that it does not know: the wait stays short, so that strangers cannot keep its holder out of a new machine for long.</summary>
    public static TryRule Account { get; } = new(30, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromHours(12));

    /// <summary>All accounts from one network: guessing one password on many accounts.</summary>
    public static TryRule Network { get; } = new(20, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1));

    /// <summary>The wait after so many failures.</summary>
    public TimeSpan WaitAfter(int failed)
    {
        if (failed < Free) return TimeSpan.Zero;
        var doublings = Math.Min(failed - Free, 20);
        var wait = First * Math.Pow(2, doublings);
        return wait < Longest ? wait : Longest;
    }
}
