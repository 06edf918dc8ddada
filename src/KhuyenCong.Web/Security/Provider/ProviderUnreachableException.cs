namespace KhuyenCong.Web.Security.Provider;

/// <summary>The provider's own document cannot be had, or is not the one that is configured.</summary>
internal sealed class ProviderUnreachableException : Exception
{
    public ProviderUnreachableException(ProviderOutcome outcome, Exception? inner)
        : base(outcome.ToString(), inner) => Outcome = outcome;

    public ProviderUnreachableException()
    {
    }

    public ProviderUnreachableException(string message)
        : base(message)
    {
    }

    public ProviderUnreachableException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ProviderOutcome Outcome { get; } = ProviderOutcome.Unreachable;
}
