using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Services.Vi;

/// <summary>Titles of plans.</summary>
public static class PlanTitles
{
    /// <summary>"Kế hoạch khuyến công địa phương đợt I năm 2024".</summary>
    public static string Of(FundingSource source, Tranche tranche, int year)
    {
        var kind = source switch
        {
            FundingSource.Local => "địa phương",
            FundingSource.National => "quốc gia",
        };
        return string.Create(CultureInfo.InvariantCulture, $"Kế hoạch khuyến công {kind} {TrancheText.Of(tranche)} năm {year}");
    }
}
