namespace KhuyenCong.Web.Security.Factors;

/// <summary>What a page gives the browser for a passkey.</summary>
/// <param name="Options">For navigator.credentials, JSON.</param>
/// <param name="State">What the server must have back to prove the answer: protected, five minutes, once.</param>
public sealed record PasskeyChallenge(string Options, string State);
