using System.Net;
using System.Net.Sockets;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Security.Sessions;

namespace KhuyenCong.Web.Security;

/// <summary>Where a try comes from.</summary>
public sealed class TryOrigin(IHttpContextAccessor http, DeviceCookie devices, SessionService sessions)
{
    /// <summary>The address of the other side; of IPv6 the part that one customer's line has.</summary>
    public string Network => NetworkOf(http.HttpContext!.Connection.RemoteIpAddress);

    /// <summary>The browser, where the account was used from it before; asked alike for accounts that are not there.</summary>
    public async Task<string?> OwnDeviceAsync(int? userId, CancellationToken stop)
    {
        if (devices.Read(http.HttpContext!) is not { } device) return null;
        var holder = new Actor(userId ?? 0, string.Empty, new HashSet<string>(StringComparer.Ordinal));
        return (await sessions.KnowsDeviceAsync(holder, device, stop)).IsDone ? device : null;
    }

    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null) return string.Empty;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
