using System.Globalization;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Vi;

/// <summary>Where a project stands against its time, in words.</summary>
public static class ScheduleText
{
    /// <summary>"Quá hạn", "Có nguy cơ chậm", or nothing.</summary>
    public static string Of(ScheduleStanding standing) => standing switch
    {
        ScheduleStanding.OnTime => "",
        ScheduleStanding.AtRisk => "Có nguy cơ chậm",
        ScheduleStanding.Late => "Quá hạn",
    };

    /// <summary>"Quá hạn 15 ngày (hạn 31/10/2024), mới đạt 60 %"; nothing for a project on time.</summary>
    public static string Reason(ProjectSchedule schedule) => schedule switch
    {
        { Standing: ScheduleStanding.Late, EndsOn: { } end } =>
            string.Create(CultureInfo.InvariantCulture, $"Quá hạn {schedule.Days} ngày (hạn {ViDates.Day(end)}), mới đạt {schedule.Percent} %"),
        { Standing: ScheduleStanding.AtRisk, Days: 0, EndsOn: { } end } =>
            string.Create(CultureInfo.InvariantCulture, $"Hạn hôm nay ({ViDates.Day(end)}), mới đạt {schedule.Percent} %"),
        { Standing: ScheduleStanding.AtRisk, EndsOn: { } end } =>
            string.Create(CultureInfo.InvariantCulture, $"Còn {schedule.Days} ngày đến hạn {ViDates.Day(end)}, mới đạt {schedule.Percent} %"),
        _ => "",
    };
}
