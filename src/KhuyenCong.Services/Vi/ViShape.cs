using System.Globalization;
using FluentValidation;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Vi;

/// <summary>Shapes of typed values that several validators ask for, each with the sentence that says what to do.</summary>
public static class ViShape
{
    public const string DateMessage = "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/02/2024.";
    public const string MonthMessage = "Nhập tháng theo dạng tháng/năm, ví dụ 05/2024.";
    public const string AmountMessage = "Nhập số tiền bằng đồng, chỉ gồm chữ số, ví dụ 150.000.000.";
    public const string ZeroMessage = "Nhập số tiền lớn hơn 0.";
    public const string PercentMessage = "Nhập tỷ lệ là số nguyên từ 0 đến 100.";

    private const int LongestQuote = 60;

    /// <summary>Of a text that is certainly no Unicode.</summary>
    public static string OldTextMessage(string text)
    {
        var quoted = text.Trim();
        if (quoted.Length > LongestQuote) quoted = quoted[..LongestQuote] + "…";
        return $"Chữ «{quoted}» đang ở bảng mã cũ (TCVN3/VNI) hoặc bị hỏng; hãy nhập bằng Unicode.";
    }

    public static bool IsDateOrEmpty(string? typed) => string.IsNullOrWhiteSpace(typed) || ViDates.TryReadDate(typed, out _);

    public static bool IsAmountOrEmpty(string? typed) => string.IsNullOrWhiteSpace(typed) || VndText.TryRead(typed, out _);

    public static bool IsPositiveAmountOrEmpty(string? typed) =>
        string.IsNullOrWhiteSpace(typed) || (VndText.TryRead(typed, out var amount) && amount > Vnd.Zero);

    /// <summary>Why a typed amount is none, by what was typed: an amount that is too large is not wrongly written.</summary>
    public static string AmountMessageOf(string? typed)
    {
        if (VndText.TryRead(typed, out var amount, out var fault) && amount.IsZero) return ZeroMessage;
        return fault == VndTextFault.TooLarge ? VndText.Message(fault) + "." : AmountMessage;
    }

    /// <summary>Why a typed day is none, by what was typed: a day beyond those that are taken is not wrongly written.</summary>
    public static string DateMessageOf(string? typed) => ViDates.IsBeyond(typed)
        ? $"Ngày {typed!.Trim()} ngoài khoảng được nhập. Nhập ngày từ {ViDates.Day(ViDates.First)} đến {ViDates.Day(ViDates.Last)}."
        : DateMessage;

    public static IRuleBuilderOptions<T, string?> AmountOrEmpty<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(IsAmountOrEmpty).WithMessage((_, typed) => AmountMessageOf(typed));

    public static IRuleBuilderOptions<T, string?> PositiveAmountOrEmpty<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(IsPositiveAmountOrEmpty).WithMessage((_, typed) => AmountMessageOf(typed));

    public static IRuleBuilderOptions<T, string?> DateOrEmpty<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(IsDateOrEmpty).WithMessage((_, typed) => DateMessageOf(typed));

    public static bool IsMonthOrEmpty(string? typed) => string.IsNullOrWhiteSpace(typed) || Month(typed) is not null;

    public static bool IsPercentOrEmpty(string? typed) => string.IsNullOrWhiteSpace(typed) || Percent(typed) is not null;

    /// <summary>A whole percent from 0 to 100, with or without the sign; null when empty.</summary>
    public static int? Percent(string? typed) =>
        int.TryParse(typed?.Trim().TrimEnd('%').TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100
            ? percent
            : null;

    /// <summary>The day typed, null when empty; ask only after validation.</summary>
    public static DateOnly? Date(string? typed) => ViDates.TryReadDate(typed, out var day) ? day : null;

    /// <summary>The amount typed, null when empty; ask only after validation.</summary>
    public static Vnd? Amount(string? typed) => VndText.TryRead(typed, out var amount) ? amount : null;

    /// <summary>The first day of a month typed as "05/2024", or as a month field posts it ("2024-05").</summary>
    public static DateOnly? Month(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), ["M/yyyy", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && month.Year is >= 2000 and <= 2100 ? month : null;
}
