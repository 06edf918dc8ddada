using Microsoft.AspNetCore.Authorization;

namespace KhuyenCong.Web.Security.Passwords;

/// <summary>Leads people whose password somebody else gave to the page that changes it; nothing else is open to them but the way out.</summary>
internal sealed class PasswordGate(RequestDelegate next)
{
    /// <summary>The claim of an account whose password must be changed.</summary>
    public const string MustChange = "must_change_password";

    public const string ChangeAt = "/doi-mat-khau";

    private static readonly string[] Open = [ChangeAt, "/dang-xuat", "/dang-nhap", "/bi-khoa", "/loi", "/tro-giup"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.User.MustChangePassword()
            || Open.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return next(context);
        }

        context.Response.Redirect(ChangeAt);
        return Task.CompletedTask;
    }
}
