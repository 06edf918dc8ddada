using System.Globalization;

namespace KhuyenCong.Services.Auditing;

/// <summary>The trail's head at some moment, kept elsewhere so that a cut tail can be found: "number:hash".</summary>
public sealed record AuditHeadMark(long Number, string Hash)
{
    public static bool TryRead(string? text, out AuditHeadMark mark)
    {
        mark = new AuditHeadMark(0, string.Empty);
        if (text?.Split(':') is not [var number, { Length: 64 } hash]) return false;
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return false;
        mark = new AuditHeadMark(value, hash);
        return true;
    }

    /// <summary>Whether it names this hash.</summary>
    public bool Bears(string hash) => string.Equals(Hash, hash, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Hash}");
}
