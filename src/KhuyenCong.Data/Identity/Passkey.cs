namespace KhuyenCong.Data.Identity;

/// <summary>
/// A passkey (WebAuthn credential) of an account, in plain columns: the trail covers each of them, which it could not do
/// with the JSON column of Identity's own table.
/// </summary>
public class Passkey
{
    public int Id { get; init; }

    public required int UserId { get; init; }

    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    /// <summary>What its owner calls it: "Điện thoại của tôi".</summary>
    public required string Name { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Counts signatures where the authenticator does; going back means a copy.</summary>
    public long SignCount { get; set; }

    /// <summary>Joined by ",": "internal,hybrid".</summary>
    public string? Transports { get; init; }

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; init; }

    public bool IsBackedUp { get; set; }

    public required byte[] Attestation { get; init; }

    public required byte[] ClientData { get; init; }
}
