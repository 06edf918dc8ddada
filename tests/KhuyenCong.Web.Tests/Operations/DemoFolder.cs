using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>A folder with the demo in it, made by the command; tests work on copies.</summary>
public sealed class DemoFolder : IAsyncLifetime
{
    public CommandLine Commands { get; } = new();

    /// <summary>How the seeding ended.</summary>
    public CommandOutcome Seeding { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Commands.Settings["Demo__Enabled"] = "true";
        Commands.Settings["Demo__Password"] = PortalFactory.Password;
        Seeding = await Commands.RunAsync("seed", "demo");
    }

    public ValueTask DisposeAsync()
    {
        Commands.Dispose();
        return ValueTask.CompletedTask;
    }
}
