using KhuyenCong.Web.Operations;
using KhuyenCong.Web.Operations.Commands;
using Serilog;

try
{
    var command = PortalCommand.Of(args);
    if (command.NeedsNoHost) return await command.RunAloneAsync();

    PrivateFiles.Begin();
    await using var app = PortalHost.Build(command.HostArguments, command.IsGiven);
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
