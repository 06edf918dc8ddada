using System.Globalization;

namespace KhuyenCong.Web.Operations;

/// <summary>What the configuration says about storage and the demo, read once.</summary>
public sealed record PortalSettings
{
    public const string DefaultDemoPassword = "KhuyenCong#2024";

    /// <summary>Where the database file, the audit key and the stored files live unless told otherwise.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The folder of uploaded files.</summary>
    public required string StorageRoot { get; init; }

    /// <summary>The folder of the heads of the trail, a file each.</summary>
    public required string HeadFolder { get; init; }

    /// <summary>Another folder for the same heads; null for none.</summary>
    public string? SecondHeadFolder { get; init; }

    /// <summary>A head is kept at the latest after so many entries of the trail.</summary>
    public int HeadEveryEntries { get; init; } = 500;

    /// <summary>Readiness fails with less free space than this where the database or the store lies, in bytes.</summary>
    public required long LeastFreeSpace { get; init; }

    public required bool DemoEnabled { get; init; }

    public required string DemoPassword { get; init; }

    /// <summary>The portal's today when the demo starts; null for the real one.</summary>
    public required DateOnly? DemoToday { get; init; }

    /// <exception cref="StartException">Demo:Today is not a date.</exception>
    public static PortalSettings Of(IConfiguration configuration, IHostEnvironment environment)
    {
        var data = Path.Combine(environment.ContentRootPath, "App_Data");
        var storage = configuration["Storage:Root"];
        var root = Path.GetFullPath(string.IsNullOrWhiteSpace(storage) ? Path.Combine(data, "kho") : storage, environment.ContentRootPath);
        var heads = configuration["Audit:HeadFolder"];
        var demo = configuration.GetValue("Demo:Enabled", environment.IsDevelopment());
        if (demo && environment.IsProduction() && string.IsNullOrEmpty(configuration["Demo:Password"]))
        {
            throw new StartException("Demo:Enabled trong Production phải có Demo:Password riêng: mật khẩu mặc định của bản minh họa là công khai.");
        }

        return new PortalSettings
        {
            DataFolder = data,
            StorageRoot = root,
            HeadFolder = Path.GetFullPath(string.IsNullOrWhiteSpace(heads) ? Path.Combine(root, "dau-nhat-ky") : heads, environment.ContentRootPath),
            SecondHeadFolder = configuration["Audit:SecondHeadFolder"] is { Length: > 0 } second ? Path.GetFullPath(second, environment.ContentRootPath) : null,
            HeadEveryEntries = Math.Max(1, configuration.GetValue("Audit:HeadEveryEntries", 500)),
            LeastFreeSpace = configuration.GetValue("Storage:MinFreeMegabytes", 200L) * 1024 * 1024,
            DemoEnabled = demo,
            DemoPassword = configuration["Demo:Password"] ?? DefaultDemoPassword,
            DemoToday = Day(configuration["Demo:Today"] ?? "2024-07-15"),
        };
    }

    private static DateOnly? Day(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new StartException($"Demo:Today «{text}» không phải ngày dạng 2024-07-15.");
    }
}
