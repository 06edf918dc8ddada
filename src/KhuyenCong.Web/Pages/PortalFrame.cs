using KhuyenCong.Domain.People;
using KhuyenCong.Services.Inbox;

namespace KhuyenCong.Web.Pages;

/// <summary>What the frame around every page shows besides the page itself. Registered as a singleton.</summary>
public sealed class PortalFrame
{
    /// <summary>The thin strip under the header of a demonstration; null elsewhere.</summary>
    public string? DemoStrip { get; init; }

    /// <summary>The assumed day of a demonstration whose clock is shifted: «Ngày giả định: 15/11/2024»; null elsewhere.</summary>
    public Func<string?>? AssumedDay { get; init; }

    /// <summary>The program's version, shown in the footer.</summary>
    public string Version { get; init; } = typeof(PortalFrame).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Counts what waits for a person, the new notices and the open alarms, for the frame; one SQL command.</summary>
    public Func<IServiceProvider, Actor, CancellationToken, Task<WaitingCount>>? CountWaiting { get; init; }
}
