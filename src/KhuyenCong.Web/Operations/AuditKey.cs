using System.Security.Cryptography;
using KhuyenCong.Data.Auditing;

namespace KhuyenCong.Web.Operations;

/// <summary>Finds the key that seals the audit trail; it never lies in the database.</summary>
internal static class AuditKey
{
    private const int Bytes = 32;

    /// <param name="configuration">Names the key.</param>
    /// <param name="environment">Only in Development is a key made.</param>
    /// <param name="dataFolder">Where the key file lies unless named.</param>
    /// <param name="hasData">Whether a store or a database is there already: what they hold was sealed by a key that must be found.</param>
    /// <exception cref="StartException">No key was named outside Development, the named one is not there, or it cannot be read.</exception>
    public static AuditSeal Seal(IConfiguration configuration, IHostEnvironment environment, string dataFolder, bool hasData)
    {
        if (configuration["Audit:Key"] is { Length: > 0 } given) return Decode(given, "Audit:Key");
        var named = configuration["Audit:KeyFile"];
        if (string.IsNullOrWhiteSpace(named) && !environment.IsDevelopment())
        {
            throw new StartException("chưa có khóa niêm phong nhật ký. Đặt Audit:Key (base64, 32 byte) hoặc Audit:KeyFile (đường dẫn tệp khóa) và giữ bản sao ngoài máy chủ.");
        }

        var file = Path.GetFullPath(string.IsNullOrWhiteSpace(named) ? Path.Combine(dataFolder, "audit.key") : named, environment.ContentRootPath);
        if (!File.Exists(file))
        {
            if (!environment.IsDevelopment()) throw new StartException($"không thấy tệp khóa niêm phong nhật ký {file}. Đặt lại tệp từ bản sao giữ ngoài máy chủ; cổng không bao giờ tự tạo khóa mới.");
            if (hasData) throw new StartException($"không thấy tệp khóa niêm phong nhật ký {file}, trong khi đã có dữ liệu được niêm phong bằng khóa đó. Đặt lại tệp khóa, hoặc xóa cả dữ liệu thử để bắt đầu lại.");
            Create(file);
        }

        return Decode(File.ReadAllText(file).Trim(), file);
    }

    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
    }

    private static AuditSeal Decode(string text, string source)
    {
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= Bytes
            ? new AuditSeal(key[..length])
            : throw new StartException($"khóa niêm phong nhật ký ({source}) phải là base64 của ít nhất {Bytes} byte.");
    }
}
