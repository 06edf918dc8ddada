namespace KhuyenCong.Web.Security.Provider;

/// <summary>What came of asking the provider. The names stand in the security log and are kept stable.</summary>
public enum ProviderOutcome
{
    /// <summary>The provider vouches for somebody.</summary>
    Vouched,

    /// <summary>The person, or the provider's own rule, said no there.</summary>
    Denied,

    /// <summary>No answer in time, none that can be read, or one that leads elsewhere.</summary>
    Unreachable,

    /// <summary>Its own document names another issuer or another place than is configured.</summary>
    Misconfigured,

    /// <summary>Not this browser's question, answered already, or asked too long ago.</summary>
    Stale,

    /// <summary>The token proves nothing to this portal.</summary>
    Untrusted,

    /// <summary>Signed in there by weaker means than the portal demands.</summary>
    TooWeak,

    /// <summary>Signed in there longer ago than the portal takes.</summary>
    TooOld,
}
