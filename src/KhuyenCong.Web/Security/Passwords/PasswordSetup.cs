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

    /// <summary>The shortest password that is taken, in characters.</summary>
    public const int ShortestTaken = 12;

    /// <exception cref="StartException">Fewer iterations than allowed, in production; a list that cannot be read.</exception>
    public static void AddPortalPasswords(this WebApplicationBuilder builder)
    {
        var iterations = builder.Configuration.GetValue("Passwords:Iterations", FewestIterations);
        if (iterations < FewestIterations && builder.Environment.IsProduction())
        {
            throw new StartException($"Passwords:Iterations phải từ {FewestIterations} trở lên; bỏ dòng này để dùng mức mặc định.");
        }

        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = iterations);
        builder.Services.AddSingleton(Refused(builder));
        builder.Services.AddScoped<PortalPasswordHasher>();
        builder.Services.AddScoped<IPasswordHasher<AppUser>>(services => services.GetRequiredService<PortalPasswordHasher>());
        builder.Services.AddScoped<IPasswordValidator<AppUser>, PasswordRules>();
    }

    private static RefusedPasswords Refused(WebApplicationBuilder builder)
    {
        if (builder.Configuration["Passwords:RefusedList"] is not { Length: > 0 } list) return RefusedPasswords.None;
        try
        {
            return RefusedPasswords.Read(Path.GetFullPath(list, builder.Environment.ContentRootPath), ShortestTaken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"Passwords:RefusedList «{list}» không đọc được: {failure.Message}", failure);
        }
    }
}
