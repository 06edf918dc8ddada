using Microsoft.AspNetCore.Authorization;

namespace KhuyenCong.Web.Security.Factors;

/// <summary>Leads people whose role demands a second factor, and who have none, to the page that sets one up; nothing else is open to them.</summary>
internal sealed class FactorGate(RequestDelegate next)
{
    public const string SetUpAt = "/tai-khoan/xac-thuc-hai-lop";

    private static readonly string[] Open = [SetUpAt, "/dang-xuat", "/dang-nhap", "/bi-khoa", "/doi-mat-khau", "/loi", "/tro-giup"];

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.User.LacksFactor()
            || Open.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
            || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return next(context);
        }

        context.Response.Redirect(SetUpAt);
        return Task.CompletedTask;
    }
}
