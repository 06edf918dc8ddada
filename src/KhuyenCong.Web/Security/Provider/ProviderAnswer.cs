using KhuyenCong.Services.People;

namespace KhuyenCong.Web.Security.Provider;

/// <summary>The provider's answer, checked.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Who">Whom the provider vouches for; null where it does not.</param>
/// <param name="LinksFor">The digest of the session that asked for a link; null for a sign-in.</param>
/// <param name="ReturnUrl">Where to go afterwards, as it was asked.</param>
public sealed record ProviderAnswer(ProviderOutcome Outcome, ProviderIdentity? Who = null, string? LinksFor = null, string? ReturnUrl = null);
