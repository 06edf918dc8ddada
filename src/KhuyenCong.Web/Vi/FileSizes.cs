using System.Globalization;

namespace KhuyenCong.Web.Vi;

/// <summary>Lengths of files in words.</summary>
public static class FileSizes
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>"67,4 GB", "1,2 MB", "340 KB".</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1_048_576 => string.Create(Vietnamese, $"{Math.Max(1, (bytes + 512) / 1024)} KB"),
        < 1_073_741_824 => string.Create(Vietnamese, $"{bytes / 1_048_576m:0.#} MB"),
        _ => string.Create(Vietnamese, $"{bytes / 1_073_741_824m:#,0.#} GB"),
    };
}
