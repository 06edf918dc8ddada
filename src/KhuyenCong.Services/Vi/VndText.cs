using KhuyenCong.Domain.Text;
using System.Buffers;
using System.Globalization;
using System.Text;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Vi;

/// <summary>
/// The one reader of typed amounts: whole đồng as plain digits or in groups of exactly three ("1.234.567"), with or
/// without "đ", "đồng" or "VND" behind. Everything else is refused, because a guess about money is worse than a
/// question: the Vietnamese number parser would read "1.2" as 12.
/// </summary>
public static class VndText
{
    /// <summary>The largest amount that can be typed; 15 digits, as many as a spreadsheet keeps exactly.</summary>
    public static readonly Vnd Most = new(999_999_999_999_999);

    private static readonly SearchValues<char> Allowed = SearchValues.Create("0123456789.,");

    private static readonly string[] Units = ["đồng", VietnameseText.Normalize("đồng", NormalizationForm.FormD), "VND", "đ"];

    /// <summary>Reads an amount; false for anything uncertain.</summary>
    public static bool TryRead(string? typed, out Vnd amount) => TryRead(typed, out amount, out _);

    /// <summary>Reads an amount; false, with the reason, for anything uncertain.</summary>
    public static bool TryRead(string? typed, out Vnd amount, out VndTextFault fault)
    {
        amount = Vnd.Zero;
        var digits = WithoutUnit(typed.AsSpan().Trim());
        fault = FaultOf(digits);
        if (fault != VndTextFault.None) return false;

        var plain = digits.ToString().Replace(".", "", StringComparison.Ordinal);
        if (!long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var dong) || dong > Most.Dong)
        {
            fault = VndTextFault.TooLarge;
            return false;
        }

        amount = new Vnd(dong);
        return true;
    }

    /// <summary>The sentence that tells the person who typed what to do.</summary>
    public static string Message(VndTextFault fault) => fault switch
    {
        VndTextFault.None => "",
        VndTextFault.Missing => "Nhập số tiền",
        VndTextFault.Signed => "Nhập số tiền không có dấu cộng hoặc dấu trừ",
        VndTextFault.Comma => "Nhập số tiền bằng đồng, không có dấu phẩy, ví dụ 1.234.567",
        VndTextFault.Grouping => "Nhập mỗi nhóm đủ ba chữ số, ví dụ 1.234.567 hoặc 1234567",
        VndTextFault.NotDigits => "Nhập số tiền bằng chữ số, ví dụ 1.234.567",
        VndTextFault.TooLarge => "Nhập số tiền không quá " + VndFormat.DongInFull(Most),
    };

    private static ReadOnlySpan<char> WithoutUnit(ReadOnlySpan<char> text)
    {
        foreach (var unit in Units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) return text[..^unit.Length].TrimEnd();
        }

        return text;
    }

    private static VndTextFault FaultOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return VndTextFault.Missing;
        if (text[0] is '-' or '+' or '\u2212') return VndTextFault.Signed;
        if (text.ContainsAnyExcept(Allowed)) return VndTextFault.NotDigits;
        if (text.Contains(',')) return VndTextFault.Comma;
        return text.Contains('.') && !IsGrouped(text) ? VndTextFault.Grouping : VndTextFault.None;
    }

    private static bool IsGrouped(ReadOnlySpan<char> text)
    {
        var first = text.IndexOf('.');
        if (first is < 1 or > 3 || text[0] == '0') return false;
        for (var rest = text[first..]; rest.Length > 0; rest = rest[4..])
        {
            if (rest.Length < 4 || rest[0] != '.' || rest[1..4].Contains('.')) return false;
        }

        return true;
    }
}
