namespace KhuyenCong.Services.Imports.Periods;

/// <summary>When a project is carried out, in whole months: first day of the first month, last day of the last.</summary>
public readonly record struct AnnexMonths(DateOnly Start, DateOnly End)
{
    public static AnnexMonths Between(int startYear, int startMonth, int endYear, int endMonth) =>
        new(new DateOnly(startYear, startMonth, 1), new DateOnly(endYear, endMonth, DateTime.DaysInMonth(endYear, endMonth)));
}
