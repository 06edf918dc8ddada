using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Data.Identity;

/// <summary>Passkeys between Identity's form and the table's.</summary>
public static class PasskeyRows
{
    public static Passkey Of(int userId, UserPasskeyInfo proved, string name, DateTime at) => new()
    {
        UserId = userId, CredentialId = proved.CredentialId, PublicKey = proved.PublicKey, Name = name, CreatedAt = at, SignCount = proved.SignCount,
        Transports = proved.Transports is { Length: > 0 } ? string.Join(',', proved.Transports) : null, IsUserVerified = proved.IsUserVerified,
        IsBackupEligible = proved.IsBackupEligible, IsBackedUp = proved.IsBackedUp, Attestation = proved.AttestationObject, ClientData = proved.ClientDataJson,
    };

    public static UserPasskeyInfo Read(Passkey row) => new(
        row.CredentialId, row.PublicKey, new DateTimeOffset(row.CreatedAt, TimeSpan.Zero), (uint)row.SignCount, row.Transports?.Split(','), row.IsUserVerified,
        row.IsBackupEligible, row.IsBackedUp, row.Attestation, row.ClientData)
    { Name = row.Name };
}
