using KhuyenCong.Data.Identity;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Security.Passwords;

/// <summary>How passwords are kept, and which are refused.</summary>
internal static class PasswordSetup
{
    /// <summary>What OWASP asks of PBKDF2 with HMAC-SHA-256; the portal's HMAC-SHA-512 costs more on each of them.</summary>
    public const int FewestIterations = 600_000;

    /// <exception cref="StartException">Fewer iterations than allowed, in production.</exception>
    public static void AddPortalPasswords(this WebApplicationBuilder builder)
    {
        var iterations = builder.Configuration.GetValue("Passwords:Iterations", FewestIterations);
        if (iterations < FewestIterations && builder.Environment.IsProduction())
        {
            throw new StartException($"Passwords:Iterations phải từ {FewestIterations} trở lên; bỏ dòng này để dùng mức mặc định.");
        }

        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = iterations);
        builder.Services.AddScoped<PortalPasswordHasher>();
        builder.Services.AddScoped<IPasswordHasher<AppUser>>(services => services.GetRequiredService<PortalPasswordHasher>());
        builder.Services.AddScoped<IPasswordValidator<AppUser>, PasswordRules>();
    }
}
