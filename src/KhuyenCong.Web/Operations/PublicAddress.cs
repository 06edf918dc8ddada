namespace KhuyenCong.Web.Operations;

/// <summary>
/// The address under which people reach the portal, as configured: links on paper and in codes are made of it, never of
/// what a request calls its host.
/// </summary>
public sealed class PublicAddress
{
    private readonly string? _address;

    private PublicAddress(string? address) => _address = address;

    /// <exception cref="StartException">Portal:Address is no address.</exception>
    public static PublicAddress Of(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Portal:Address"] is { Length: > 0 } given)
        {
            return Uri.TryCreate(given, UriKind.Absolute, out var uri) && uri is { Scheme: "https" or "http", Query: "", Fragment: "", UserInfo: "" }
                ? new PublicAddress(given.TrimEnd('/'))
                : throw new StartException($"Portal:Address «{given}» không phải địa chỉ dạng https://khuyencong.example.vn.");
        }

        var first = environment.IsDevelopment() ? null : Hosts(configuration).FirstOrDefault(host => !host.Contains('*', StringComparison.Ordinal) && host != "localhost");
        return new PublicAddress(first is null ? null : "https://" + first);
    }

    /// <summary>Stops the start in Production when any name would do: a made-up host in a request would find its way into answers.</summary>
    /// <exception cref="StartException">AllowedHosts is empty or holds a name that stands for all.</exception>
    public static void RequireHosts(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsProduction()) return;
        var hosts = Hosts(configuration);
        if (hosts.Length == 0 || hosts.Any(host => host is "*" or "[::]" or "0.0.0.0"))
        {
            throw new StartException("chưa khai báo AllowedHosts: tên miền của cổng, ví dụ AllowedHosts=khuyencong.example.vn;localhost. Trong Production không nhận «*».");
        }
    }

    /// <summary>A full address for a path of the portal. Without a configured one, which only Development goes without, the request's.</summary>
    public string Link(HttpRequest request, string path) => (_address ?? $"{request.Scheme}://{request.Host}{request.PathBase}") + path;

    private static string[] Hosts(IConfiguration configuration) =>
        (configuration["AllowedHosts"] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
