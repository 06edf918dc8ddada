namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>What the form of an authenticator's set-up posts.</summary>
public sealed record AuthenticatorProof
{
    /// <summary>The secret that was offered, closed for this session.</summary>
    public string? Secret { get; init; }

    public string? Code { get; init; }
}
