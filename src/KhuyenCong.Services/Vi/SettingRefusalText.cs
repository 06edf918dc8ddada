using System.Globalization;
using KhuyenCong.Domain;
using static KhuyenCong.Domain.Approvals.SettingRefusals;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of <see cref="Domain.Approvals.SettingRefusals"/>.</summary>
internal static class SettingRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of these settings.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        DelegatedToOneself => "Không ai ủy quyền cho chính mình. Chọn người khác.",
        RecordedForOneself => "Không ai tự ghi ủy quyền cho mình nhận. Nhờ người quản trị khác ghi.",
        LenderLacksPermission r => $"{r.Name} không có quyền «{PermissionText.Of(r.Permission)}» theo vai trò của mình nên không ủy quyền được.",
        AlreadyHolds r => $"{r.Name} đã có quyền «{PermissionText.Of(r.Permission)}» theo vai trò nên không cần ủy quyền.",
        NotHeadOfUnit r => $"{r.Name} không phải người đứng đầu đơn vị thuộc Sở (Trưởng phòng, Lãnh đạo Trung tâm) nên không được ký thừa ủy quyền quyết định (Điều 13 Nghị định 30/2020/NĐ-CP).",
        DelegationTooLong r => string.Create(CultureInfo.InvariantCulture, $"Ủy quyền phải có thời hạn, dài nhất {r.LongestDays} ngày. Nhập ngày cuối không sau {ViDates.Day(r.Latest)}."),
        DelegationOverlaps r => $"Quyền này của người ủy quyền đã giao cho {r.Name} từ {ViDates.Day(r.From)} đến {ViDates.Day(r.Until)}. Chọn thời hạn khác, hoặc thu hồi ủy quyền đó trước.",
        DelegationInThePast r => $"Thời hạn ủy quyền đã qua: ngày cuối là {ViDates.Day(r.Until)}.",
        AlreadyRevoked => "Ủy quyền này đã được thu hồi trước đó.",
        DelegationIsOver r => $"Ủy quyền này đã hết hạn ngày {ViDates.Day(r.Until)} nên không cần thu hồi.",
        _ => null,
    };
}
