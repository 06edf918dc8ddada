using KhuyenCong.Services;
using KhuyenCong.Web.Operations;
using KhuyenCong.Web.Operations.Commands;
using KhuyenCong.Web.Security;
using Serilog;

try
{
    var command = PortalCommand.Of(args);
    if (command.NeedsNoHost) return await command.RunAloneAsync();

    var builder = WebApplication.CreateBuilder(command.HostArguments);
    builder.AddPortalSecrets();
    builder.AddPortalLogging();
    builder.AddPortalOperations();
    builder.AddPortalSecurity();
    builder.Services.AddPortalDatabase(builder.Configuration, builder.Environment.ContentRootPath);
    builder.Services.AddPortalServices();
    builder.AddPortalPages();

    await using var app = builder.Build();
    if (command.IsGiven) return await command.RunAsync(app.Services, CancellationToken.None);

    await app.PrepareAsync(CancellationToken.None);
    app.UsePortal();
    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (failure is not HostAbortedException)
{
    return StartException.Tell(failure, Console.Error);
}
finally
{
    await Log.CloseAndFlushAsync();
}
