using System.Globalization;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Adjustments;
using static KhuyenCong.Domain.Adjustments.AdjustmentRefusals;
using static KhuyenCong.Services.Vi.VndFormat;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of <see cref="AdjustmentRefusals"/>.</summary>
internal static class AdjustmentRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of adjustments'.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        WrongStatus r => $"Không thể {AdjustmentText.Of(r.Action)}: điều chỉnh đang ở tình trạng «{AdjustmentText.Of(r.Status)}».",
        PlanNotApproved r => $"Chỉ điều chỉnh kế hoạch đã phê duyệt; kế hoạch đang ở tình trạng «{StatusText.Of(r.Status)}».",
        NoLines => "Điều chỉnh chưa có nội dung nào. Thêm ít nhất một nội dung.",
        WasSubmitted => "Điều chỉnh đã từng được trình nên không xóa được; sửa rồi trình lại.",
        NotAdjustable r => $"«{r.Name}»: không thể {Verb(r.Kind)} khi đề án ở tình trạng «{StatusText.Of(r.Status)}».",
        KindTwice r => $"«{r.Name}»: có hai nội dung «{AdjustmentText.Of(r.Kind)}». Giữ một nội dung.",
        KindsExclude r => $"«{r.Name}»: «{AdjustmentText.Of(r.First)}» và «{AdjustmentText.Of(r.Second)}» không đi cùng nhau. Bỏ một nội dung.",
        NothingChanges r => $"«{r.Name}»: nội dung «{AdjustmentText.Of(r.Kind)}» không thay đổi gì so với hiện nay.",
        RaiseNotHigher r => $"«{r.Name}»: tăng kinh phí phải cao hơn mức hiện nay {DongShort(r.Now)} (đang nhập {DongShort(r.Asked)}).",
        LowerNotLower r => $"«{r.Name}»: giảm kinh phí phải thấp hơn mức hiện nay {DongShort(r.Now)} (đang nhập {DongShort(r.Asked)}).",
        LowerBelowSpent r => $"«{r.Name}»: không thể giảm còn {DongShort(r.Asked)}: đã giải ngân {DongShort(r.Posted)}, đang chờ duyệt {DongShort(r.Pending)}; thấp nhất {DongShort(r.Posted + r.Pending)}.",
        LowerBelowContracted r => $"«{r.Name}»: không thể giảm còn {DongShort(r.Asked)}: đã ký hợp đồng {DongShort(r.Contracted)}. Ghi phụ lục giảm giá trị hợp đồng trước.",
        LowerBelowAccepted r => $"«{r.Name}»: không thể giảm còn {DongShort(r.Asked)}: đã nghiệm thu {DongShort(r.Accepted)}.",
        LowerBelowSettled r => $"«{r.Name}»: không thể giảm còn {DongShort(r.Asked)}: đã quyết toán {DongShort(r.Settled)}.",
        LowerIntoEarlierYear r => $"«{r.Name}»: chỉ giảm được nhiều nhất {DongShort(r.Most)}; phần còn lại do năm ngân sách trước chi.",
        MoneyWaiting r => $"«{r.Name}»: không thể {Verb(r.Kind)} khi còn khoản chờ kế toán duyệt (chi {DongShort(r.Pending)}, thu hồi {DongShort(r.PendingRecovery)}, thanh toán tạm ứng {DongShort(r.PendingClearing)}).",
        StopNeedsRecoveryPlan r => $"«{r.Name}»: đã giải ngân {DongShort(r.Posted)}. Nhập số tiền phải thu hồi (0 nếu chấp nhận phần đã làm) và hạn thu hồi.",
        RecoveryBeyondPosted r => $"«{r.Name}»: số phải thu hồi {DongShort(r.Planned)} lớn hơn số đã giải ngân {DongShort(r.Posted)}.",
        SourceAfterDisbursement r => $"«{r.Name}»: không chuyển nguồn được vì đã giải ngân {DongShort(r.Posted)} từ nguồn hiện nay.",
        NothingToCarryOver r => $"«{r.Name}»: không còn kinh phí để chuyển sang năm sau.",
        EndsOutsideNextYear r => string.Create(CultureInfo.InvariantCulture, $"«{r.Name}»: tháng kết thúc {ViDates.Month(r.EndMonth)} không thuộc năm {r.NextYear}, là năm chuyển sang. Nhập tháng từ 01/{r.NextYear} đến 12/{r.NextYear}."),
        EndsBeforeStart r => $"«{r.Name}»: tháng kết thúc ở trước tháng bắt đầu.",
        AddIncomplete r => string.Create(CultureInfo.InvariantCulture, $"Nội dung {r.Ordinal}: đề án bổ sung còn thiếu tên, nhóm, đơn vị thực hiện, đơn vị thụ hưởng, địa bàn, thời gian hoặc kinh phí hỗ trợ."),
        NoAllotment r => string.Create(CultureInfo.InvariantCulture, $"Năm {r.Year} nguồn {StatusText.Of(r.Source)} chưa có dự toán được giao."),
        OverAllotment r => string.Create(CultureInfo.InvariantCulture, $"Không đủ dự toán năm {r.Year} nguồn {StatusText.Of(r.Source)}: điều chỉnh cần thêm {DongShort(r.Raise)}, chưa phân bổ còn {DongShort(r.Unallocated)} (được giao {DongShort(r.Allotted)}, đã phân bổ {DongShort(r.Allocated)})."),
        LaterDecision r => $"«{r.Name}» đã có Quyết định {r.Number} hiệu lực từ {ViDates.Day(r.EffectiveFrom)}; quyết định này phải có hiệu lực từ ngày đó trở đi.",
        BeforeApproval r => $"Ngày hiệu lực {ViDates.Day(r.EffectiveFrom)} ở trước ngày kế hoạch được phê duyệt {ViDates.Day(r.Approved)}.",
        BreaksProjectOnDay r => $"«{r.Name}»: ngày {ViDates.Day(r.Day)} đã giải ngân {DongShort(r.Posted)}, vượt mức {DongShort(r.Limit)} nếu quyết định có hiệu lực từ ngày đã nhập.",
        ContractsBeyondSupportOnDay r => $"«{r.Name}»: ngày {ViDates.Day(r.Day)} giá trị hợp đồng là {DongShort(r.Contracted)}, vượt kinh phí hỗ trợ {DongShort(r.Support)} nếu quyết định có hiệu lực từ ngày đã nhập.",
        OtherBodyDecides r => $"«{AdjustmentText.Of(r.Kind)}» do {r.Body} quyết định. Chọn cơ quan ban hành là {r.Body}.",
        _ => null,
    };

    private static string Verb(AdjustmentKind kind)
    {
        var text = AdjustmentText.Of(kind);
        return char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..];
    }
}
