using System.Globalization;
using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Data.Reference;

/// <summary>The key of an administrative unit: codes are reused, so a code alone names none.</summary>
/// <param name="Code">Official code.</param>
/// <param name="ValidFrom">First day of validity; <see cref="AdministrativeUnit.Ever"/> when older than the register.</param>
public readonly record struct UnitKey(string Code, DateOnly ValidFrom)
{
    /// <summary>Reads "code@yyyy-MM-dd" or, for units older than the register, "code@".</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static UnitKey Parse(string text)
    {
        var parts = text.Split('@');
        if (parts.Length != 2 || parts[0].Length == 0)
            throw new FormatException($"'{text}' is not a unit reference (code@date).");
        return new UnitKey(parts[0], ReadFrom(parts[1]));
    }

    /// <summary>A date, or <see cref="AdministrativeUnit.Ever"/> when the text is empty.</summary>
    /// <exception cref="FormatException">The text is neither empty nor yyyy-MM-dd.</exception>
    internal static DateOnly ReadFrom(string text) =>
        text.Length == 0 ? AdministrativeUnit.Ever : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
