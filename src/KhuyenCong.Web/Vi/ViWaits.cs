using System.Globalization;

namespace KhuyenCong.Web.Vi;

/// <summary>How long to wait, in words: "45 giây", "2 phút", "7 phút 30 giây".</summary>
internal static class ViWaits
{
    public static string Of(TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        var (minutes, rest) = (seconds / 60, seconds % 60);
        return (minutes, rest) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{rest} giây"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{minutes} phút"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{minutes} phút {rest} giây"),
        };
    }
}
