using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KhuyenCong.Web.Operations.Scanning;

/// <summary>Where the scanner listens, and how long it is waited for.</summary>
/// <param name="Place">A host and port, or a socket of the same machine.</param>
public sealed record ClamdSettings(EndPoint Place)
{
    private const string Unix = "unix:";

    /// <summary>From the first byte sent to the whole answer about a file.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For the scanner's version, which readiness and the status page ask for.</summary>
    public TimeSpan VersionPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <returns>Null where none is set up.</returns>
    /// <exception cref="StartException">Scan:Clamd names no place.</exception>
    public static ClamdSettings? Of(IConfiguration configuration)
    {
        var text = configuration["Scan:Clamd"]?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        return PlaceOf(text) is { } place ? new ClamdSettings(place) : throw new StartException($"Scan:Clamd «{text}» phải có dạng máy:cổng, như localhost:3310, hoặc unix:/đường/dẫn.");
    }

    private static EndPoint? PlaceOf(string text)
    {
        if (text.StartsWith(Unix, StringComparison.Ordinal)) return UnixPlaceOf(text[Unix.Length..]);
        var colon = text.LastIndexOf(':');
        if (colon < 1 || !ushort.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0) return null;
        var host = text[..colon].Trim('[', ']');
        return Uri.CheckHostName(host) == UriHostNameType.Unknown ? null : new DnsEndPoint(host, port);
    }

    private static UnixDomainSocketEndPoint? UnixPlaceOf(string path)
    {
        try
        {
            return Path.IsPathRooted(path) ? new UnixDomainSocketEndPoint(path) : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            // Longer than the operating system takes.
            return null;
        }
    }
}
