using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>A folder with the demo in it, made once by the command; tests work on copies.</summary>
public sealed class DemoFolder : IAsyncLifetime
{
    private static readonly Lazy<Task<(CommandLine Commands, CommandOutcome Seeding)>> Made = new(MakeAsync);

    public CommandLine Commands { get; private set; } = null!;

    /// <summary>How the seeding ended.</summary>
    public CommandOutcome Seeding { get; private set; } = null!;

    public async ValueTask InitializeAsync() => (Commands, Seeding) = await Made.Value;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<(CommandLine Commands, CommandOutcome Seeding)> MakeAsync()
    {
        var commands = new CommandLine();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => commands.Dispose();
        commands.Settings["Demo__Enabled"] = "true";
        commands.Settings["Demo__Password"] = PortalFactory.Password;
        return (commands, await commands.RunAsync("seed", "demo"));
    }
}
