namespace KhuyenCong.Services.People;

/// <summary>A session to be opened, as the browser showed itself.</summary>
/// <param name="TokenHash">The digest of the secret that the cookie will carry.</param>
/// <param name="DeviceId">Knows the browser again.</param>
/// <param name="Device">What the browser calls itself, shortened.</param>
/// <param name="Address">The network address it came from.</param>
/// <param name="Replaces">The digest of the session that the browser had until now.</param>
public sealed record NewSession(string TokenHash, string DeviceId, string Device, string? Address, string? Replaces);
