using KhuyenCong.Domain;
using static KhuyenCong.Domain.Money.NormRefusals;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of <see cref="Domain.Money.NormRefusals"/>.</summary>
internal static class NormRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of a norm's.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        NotAfterTheLast r => $"Mức mới của «{r.Norm}» phải áp dụng sau ngày {ViDates.Day(r.LastFrom)}, ngày bắt đầu của mức gần nhất.",
        AlreadySwitched r => r.Enabled ? "Định mức này đang áp dụng rồi." : "Định mức này đã ngừng áp dụng rồi.",
        _ => null,
    };
}
