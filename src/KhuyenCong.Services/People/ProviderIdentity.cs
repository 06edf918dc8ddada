namespace KhuyenCong.Services.People;

/// <summary>Whom an identity provider vouches for: the two values that it never gives to anybody else.</summary>
/// <param name="Issuer">The provider, exactly as it is configured.</param>
/// <param name="Subject">The person there, exactly as the provider writes it.</param>
public sealed record ProviderIdentity(string Issuer, string Subject)
{
    /// <summary>The longest subject that the standard allows.</summary>
    public const int LongestSubject = 255;
}
