using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace KhuyenCong.Web.Security.Sessions;

/// <summary>
/// Knows a browser again at its next sign-in: a random name in a protected cookie that lasts a year. It opens nothing;
/// it only tells a machine that a person uses from machines that others try from.
/// </summary>
public sealed class DeviceCookie(IDataProtectionProvider protection, IWebHostEnvironment environment)
{
    private readonly IDataProtector _protector = protection.CreateProtector("KhuyenCong.Device");

    private string Name => (environment.IsDevelopment() ? string.Empty : "__Host-") + "kc-thiet-bi";

    /// <summary>The browser's name; null where it brings none, or a forged one.</summary>
    public string? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 and < 1000 } value) return null;
        try
        {
            return _protector.Unprotect(value);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The browser's name, given to it now where it had none; the cookie's year begins anew.</summary>
    public string Ensure(HttpContext context)
    {
        var device = Read(context) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Name, _protector.Protect(device), new CookieOptions
        {
            HttpOnly = true, Secure = !environment.IsDevelopment() || context.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/",
            IsEssential = true, MaxAge = TimeSpan.FromDays(365),
        });
        return device;
    }
}
