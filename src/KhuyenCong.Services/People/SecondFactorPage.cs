namespace KhuyenCong.Services.People;

/// <summary>A person's second factors.</summary>
/// <param name="HasAuthenticator">Whether an authenticator app is set up.</param>
/// <param name="CodesLeft">How many recovery codes are unused.</param>
/// <param name="Passkeys">The passkeys, the oldest first.</param>
/// <param name="IsRequired">Whether a role of the person demands a factor.</param>
/// <param name="Account">The address, as the app will name it.</param>
public sealed record SecondFactorPage(bool HasAuthenticator, int CodesLeft, IReadOnlyList<OwnPasskey> Passkeys, bool IsRequired, string Account)
{
    public bool HasAny => HasAuthenticator || Passkeys.Count > 0;
}

/// <summary>A passkey as its owner sees it.</summary>
public sealed record OwnPasskey(int Id, string Name, DateTime CreatedAt);
