using KhuyenCong.Web.Operations;

namespace KhuyenCong.Web.Security.Provider;

/// <summary>The one OpenID Connect provider through which people may sign in, as the operator names it.</summary>
public sealed record ProviderSettings
{
    // The column that keeps the issuer beside a link.
    private const int LongestAuthority = 128;
    private const int LongestName = 60;
    private const int LongestMinutes = 30 * 24 * 60;

    /// <summary>The issuer, letter for letter as the provider's own document and its tokens write it.</summary>
    public required string Authority { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>What people call it; stands on the button.</summary>
    public required string Name { get; init; }

    /// <summary>Strengths of sign-in (acr) that are accepted; empty where the provider's own rule is enough.</summary>
    public required IReadOnlyList<string> AcceptedAcr { get; init; }

    /// <summary>How long ago the person may have signed in at the provider; null for no limit.</summary>
    public required TimeSpan? LongestSignIn { get; init; }

    /// <summary>Scheme, host and port: the only place that the portal asks and sends people to.</summary>
    public string Origin => new Uri(Authority).GetLeftPart(UriPartial.Authority);

    /// <summary>Whether an address lies on that place.</summary>
    public bool IsOwn(Uri? address) => address is { IsAbsoluteUri: true } && address.GetLeftPart(UriPartial.Authority) == Origin;

    /// <summary>What is configured; null where nothing is.</summary>
    /// <exception cref="StartException">Some of it is missing or cannot be meant.</exception>
    public static ProviderSettings? Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var (authority, client, secret, name) = (configuration["OpenId:Authority"], configuration["OpenId:ClientId"], configuration["OpenId:ClientSecret"]?.Trim(), configuration["OpenId:Name"]?.Trim());
        var (acr, minutes) = (configuration["OpenId:RequiredAcr"], configuration["OpenId:LongestSignInMinutes"]);
        if (new[] { authority, client, secret, name, acr, minutes }.All(string.IsNullOrWhiteSpace)) return null;
        if (new[] { authority, client, secret, name }.Any(string.IsNullOrWhiteSpace))
        {
            throw new StartException("đăng nhập qua OpenID Connect khai báo chưa đủ: cần OpenId:Authority, OpenId:ClientId, OpenId:ClientSecret và OpenId:Name; không dùng thì bỏ trống tất cả các khóa OpenId.");
        }

        return new ProviderSettings
        {
            Authority = Address(authority!, environment),
            ClientId = client!,
            ClientSecret = secret!,
            Name = name!.Length <= LongestName ? name : throw new StartException("OpenId:Name dài quá 60 ký tự."),
            AcceptedAcr = (acr ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            LongestSignIn = Longest(minutes),
        };
    }

    private static string Address(string text, IHostEnvironment environment) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "", UserInfo: "" } && text.Length <= LongestAuthority
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && environment.IsDevelopment()))
            ? text
            : throw new StartException($"OpenId:Authority «{text}» phải là địa chỉ https của hệ thống đăng nhập, không quá 128 ký tự, không kèm dấu hỏi hay tên đăng nhập.");

    private static TimeSpan? Longest(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var minutes) && minutes is >= 1 and <= LongestMinutes
            ? TimeSpan.FromMinutes(minutes)
            : throw new StartException($"OpenId:LongestSignInMinutes «{text}» phải từ 1 đến 43.200 phút.");
    }
}
