using KhuyenCong.Services;
using KhuyenCong.Web.Security;

namespace KhuyenCong.Web.Operations;

/// <summary>Puts the program together, for the portal and for its commands.</summary>
internal static class PortalHost
{
    /// <param name="arguments">Configuration keys from the command line.</param>
    /// <param name="isCommand">Nobody sits waiting before a command: it may wait longer for the portal's writers than a page does.</param>
    public static WebApplication Build(string[] arguments, bool isCommand)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        if (isCommand) builder.Configuration["Database:LockWaitSeconds"] ??= "30";
        builder.AddPortalSecrets();
        builder.AddPortalLogging();
        builder.AddPortalOperations();
        builder.AddPortalSecurity();
        builder.Services.AddPortalDatabase(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddPortalServices();
        builder.AddPortalPages();
        return builder.Build();
    }
}
