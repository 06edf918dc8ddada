namespace KhuyenCong.Web.Security;

/// <summary>How a step of signing in ended, and how long to wait before the next try.</summary>
public sealed record SignInAnswer(SignInOutcome Outcome, TimeSpan Wait)
{
    public static SignInAnswer Done { get; } = new(SignInOutcome.Done, TimeSpan.Zero);

    public static SignInAnswer FactorNext { get; } = new(SignInOutcome.FactorNext, TimeSpan.Zero);

    public static SignInAnswer Locked { get; } = new(SignInOutcome.Locked, TimeSpan.Zero);

    public static SignInAnswer NotLinked { get; } = new(SignInOutcome.NotLinked, TimeSpan.Zero);

    public static SignInAnswer Wrong(TimeSpan wait) => new(SignInOutcome.Wrong, wait);

    public static SignInAnswer TooEarly(TimeSpan wait) => new(SignInOutcome.TooEarly, wait);
}

public enum SignInOutcome
{
    Done,

    /// <summary>The password is right; the second factor is asked for next.</summary>
    FactorNext,

    /// <summary>Address or password wrong; which one is not said.</summary>
    Wrong,

    /// <summary>Not looked at: the wait after failed tries is not over.</summary>
    TooEarly,

    /// <summary>Locked by an administrator.</summary>
    Locked,

    /// <summary>The provider vouches for somebody whose account there opens none here.</summary>
    NotLinked,
}
