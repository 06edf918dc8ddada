using System.Globalization;
using KhuyenCong.Services.Imports.Periods;

namespace KhuyenCong.Services.Vi;

/// <summary>Words for periods that can be read in two ways.</summary>
internal static class AnnexPeriodTexts
{
    /// <summary>Names both readings of "5-9", and how to write the one that is meant.</summary>
    public static string Which(DayOrMonths either)
    {
        var day = either.Day.ToString(either.Day.Month <= 2 ? "dd'/'MM" : "dd'/'M", CultureInfo.InvariantCulture);
        var month = Month(either.Day);
        return either.Months is { } months
            ? $"có thể là tháng {months.Start.Month} đến tháng {months.End.Month} hoặc ngày {day} (Excel tự đổi «5-9» thành ngày); ghi rõ như {Month(months.Start)} - {Month(months.End)} hoặc {month}."
            : $"chỉ có ngày {day}, không có năm (Excel có thể đã tự đổi); ghi rõ như {month} hoặc {month} - 12/{either.Day.Year}.";
    }

    private static string Month(DateOnly day) => day.ToString("MM'/'yyyy", CultureInfo.InvariantCulture);
}
