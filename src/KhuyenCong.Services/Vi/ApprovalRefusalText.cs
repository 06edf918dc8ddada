using KhuyenCong.Domain;
using KhuyenCong.Domain.Approvals;
using static KhuyenCong.Domain.Approvals.ApprovalRefusals;
using static KhuyenCong.Services.Vi.VndFormat;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of <see cref="ApprovalRefusals"/>.</summary>
internal static class ApprovalRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of approvals'.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        SubmitterMayNotSign => "Người trình không được ký duyệt nội dung mình đã trình, kể cả khi được ủy quyền.",
        SignedAnotherStep r => $"Mỗi người chỉ ký một bước: bạn đã ký bước «{r.Position}».",
        AuthorityUsed r => $"Mỗi người chỉ ký một bước: {r.By} đã ký bước «{r.Position}» theo ủy quyền của bạn.",
        LenderFilledStep r => $"Thẩm quyền của người ủy quyền đã dùng ở bước «{r.Position}» ({r.By} ký). Một người không ký hai bước, kể cả qua người được ủy quyền.",
        StepWaits r => $"Chưa đến bước này: còn chờ {r.Position} ký.",
        SignedMeanwhile r => $"{r.By} đã ký bước «{r.Position}» lúc {ViDates.Instant(r.At)}; {(r.Waits is null ? "các bước đã ký đủ" : $"nay chờ {r.Waits} ký")}.",
        SubmittedAgain => "Nội dung đã được trả lại và trình lại sau khi bạn mở trang. Mở lại để xem bản mới.",
        AllSigned => "Các bước đã ký đủ.",
        RightLost => "Tài khoản của bạn đã bị khóa hoặc không còn quyền ký bước này nên không ký được. Liên hệ quản trị nếu có nhầm lẫn.",
        DelegationOver => "Ủy quyền đã hết hạn hoặc đã thu hồi nên không ký được.",
        LenderLocked r => $"Tài khoản của người ủy quyền ({r.Name}) đã bị khóa nên ủy quyền không có hiệu lực, không ký được.",
        LenderHoldsNoMore r => $"Người ủy quyền ({r.Name}) không còn giữ quyền này nên ủy quyền không có hiệu lực, không ký được.",
        DelegatorSubmitted r => $"Người ủy quyền ({r.Name}) là người trình nội dung này nên người được ủy quyền cũng không được ký.",
        ContentMoved => "Nội dung hiện nay không còn đúng bản đã trình. Trả lại để người trình xem và trình lại.",
        OverNorm r => $"«{r.Name}»: hỗ trợ {DongShort(r.Support)} vượt định mức {DongShort(r.Limit)}. Nhập lý do vượt định mức hoặc giảm hỗ trợ.",
        _ => null,
    };
}
