using KhuyenCong.Services;
using KhuyenCong.Services.Inbox;
using KhuyenCong.Services.Vi;
using KhuyenCong.Web.Operations.Watch;
using KhuyenCong.Web.Pages;
using KhuyenCong.Web.Security;
using KhuyenCong.Web.Security.Factors;
using KhuyenCong.Web.Security.Limits;
using KhuyenCong.Web.Security.Passwords;
using KhuyenCong.Web.Security.Provider;

namespace KhuyenCong.Web.Operations;

/// <summary>Pages and the way a request takes to them.</summary>
internal static class Pipeline
{
    public static WebApplicationBuilder AddPortalPages(this WebApplicationBuilder builder)
    {
        // Bootstrap's files come from a package: without this they answer 500 when run unpublished outside Development.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorPages().AddMvcOptions(options =>
        {
            BindingSetup.Configure(options);
            options.Filters.Add<RequestNotesFilter>();
        });
        builder.Services.AddSingleton(Frame);
        builder.Services.AddRouting(options => options.LowercaseUrls = true);
        return builder;
    }

    public static void UsePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders(HeaderSetup.PortalHeaders(withHsts: !app.Environment.IsDevelopment(), app.Services.GetService<ProviderSettings>()?.Origin));
        app.UseMiddleware<RequestWatch>();
        app.UseMiddleware<AnswerHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/loi/500", StatusCodeSelector = Troubles.StatusOf });
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        app.UseMiddleware<KnownMethods>();
        app.UseMiddleware<RequestBounds>();
        if (!app.Environment.IsDevelopment()) app.UseMiddleware<PlainHttpRequests>();
        app.UseMiddleware<OversizeRequests>();
        app.UseRouting();
        app.Use(RequestWatch.NotePlaceAsync);
        app.UseAuthentication();
        app.UseMiddleware<RequestLimits>();
        app.UseMiddleware<PasswordGate>();
        app.UseMiddleware<FactorGate>();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapPortalHealth();
        app.MapRazorPages();
    }

    private static PortalFrame Frame(IServiceProvider services)
    {
        var settings = services.GetRequiredService<PortalSettings>();
        var clock = services.GetService<DemoClock>();
        return new PortalFrame
        {
            DemoStrip = settings.DemoEnabled ? "Dữ liệu minh họa – không dùng cho công việc thật" : null,
            CountWaiting = (request, actor, stop) => request.GetRequiredService<InboxService>().CountAsync(actor, stop),
            AssumedDay = clock is null ? null : () => "Ngày giả định: " + ViDates.Day(clock.Today()),
        };
    }
}
