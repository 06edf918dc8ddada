using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Vi;

/// <summary>Words of norms.</summary>
public static class NormText
{
    public static string Of(NormVerdict verdict) => verdict switch
    {
        NormVerdict.NotApplicable => "Không áp dụng định mức",
        NormVerdict.NotEnoughData => "Chưa đủ dữ liệu để kiểm tra",
        NormVerdict.Within => "Trong định mức",
        NormVerdict.Over => "Vượt định mức",
    };

    /// <summary>The verdict with its amounts: «Vượt định mức 150.000.000 đ: quá 20.000.000 đ».</summary>
    public static string Of(NormFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return (finding.Verdict, finding.Limit) switch
        {
            (NormVerdict.Over, { } limit) => $"Vượt định mức {VndFormat.DongShort(limit)}: quá {VndFormat.DongShort(finding.Over)}",
            (NormVerdict.Within, { } limit) => $"Trong định mức {VndFormat.DongShort(limit)}",
            _ => Of(finding.Verdict),
        };
    }
}
