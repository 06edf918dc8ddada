using System.Globalization;
using KhuyenCong.Domain;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using static KhuyenCong.Domain.Money.MoneyRefusals;
using static KhuyenCong.Services.Vi.VndFormat;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of <see cref="MoneyRefusals"/>.</summary>
internal static class MoneyRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of money's.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        AllotmentBelowAllocated r => $"Không thể giảm dự toán {DongShort(r.Change.Magnitude())}: dự toán được giao sẽ thấp hơn số đã phân bổ (được giao {DongShort(r.Allotted)}, đã phân bổ {DongShort(r.Allocated)}, giảm nhiều nhất {DongShort(r.Allotted - r.Allocated)}).",
        AllotmentPaperTaken r => string.Create(CultureInfo.InvariantCulture, $"Văn bản giao dự toán số {r.Number} năm {r.Year} đã được ghi. Kiểm tra lại số văn bản."),
        ProjectTakesNoMoney { Status: ProjectStatus.Settled } => "Đề án đã quyết toán, không ghi thêm tiền. Nếu quyết toán sai thì đảo khoản quyết toán trước.",
        ProjectTakesNoMoney r => $"Không thể ghi tiền cho đề án ở tình trạng «{StatusText.Of(r.Status)}»; chỉ ghi từ khi đã ký hợp đồng hoặc bắt đầu thực hiện đến khi thanh lý.",
        OverLimit r => OverLimitText(r),
        RecoveryBeyondPosted r => $"Không thể thu hồi {DongShort(r.Asked)}: chỉ thu hồi được nhiều nhất {DongShort(r.Posted - r.PendingRecovery)} (đã giải ngân {DongShort(r.Posted)}, thu hồi đang chờ duyệt {DongShort(r.PendingRecovery)}).",
        ReversalBeyondPosted r => $"Không thể đảo khoản {Lower(r.Undone)} {DongShort(r.Asked)}: chỉ còn đảo được {DongShort(r.Posted - r.PendingRecovery)} (đã giải ngân {DongShort(r.Posted)}, thu hồi và đảo đang chờ duyệt {DongShort(r.PendingRecovery)}). Đảo khoản thu hồi trước, nếu có.",
        DatedBeforeDecision r => $"Ngày chứng từ {ViDates.Day(r.Date)} ở trước ngày quyết định có hiệu lực {ViDates.Day(r.EffectiveFrom)}. Nhập ngày từ {ViDates.Day(r.EffectiveFrom)} trở đi.",
        DatedInFuture r => $"Ngày chứng từ {ViDates.Day(r.Date)} ở sau hôm nay. Nhập ngày ghi trên chứng từ.",
        AmountNotPositive => "Số tiền phải lớn hơn 0\u00A0đ. Nhập lại số tiền.",
        VoucherTaken r => string.Create(CultureInfo.InvariantCulture, $"Chứng từ số {r.Voucher} năm {r.Year} đã được ghi. Kiểm tra lại số chứng từ."),
        AlreadyDecided { Posted: true } r => $"Khoản này đã được {r.ByName} ghi sổ, không thay đổi được nữa. Nếu sai, lập bút toán đảo kèm lý do.",
        AlreadyDecided r => $"Khoản này đã bị {r.ByName} từ chối, không thay đổi được nữa. Nếu cần, lập đề nghị mới.",
        ProposerMayNotValidate => "Người lập đề nghị không được tự duyệt khoản tiền đó. Kế toán khác duyệt.",
        ClearingBeyondAdvance r => $"Không thể thanh toán tạm ứng {DongShort(r.Asked)}: chỉ còn được thanh toán {DongShort(r.Open - r.Pending)} (tạm ứng chưa thanh toán {DongShort(r.Open)}, đang chờ duyệt {DongShort(r.Pending)}).",
        NotReversible r => $"Không đảo được khoản «{r.Voucher}»: chỉ đảo khoản đã ghi sổ và không đảo một bút toán đảo.",
        AlreadyReversed r => $"Khoản «{r.Voucher}» đã có bút toán đảo. Xem lại sổ tiền.",
        ReversalBelowCleared r => $"Không thể đảo khoản tạm ứng {DongShort(r.Asked)}: đã thanh toán tạm ứng {DongShort(r.Cleared)} trên tổng tạm ứng {DongShort(r.Advanced)}. Đảo khoản thanh toán tạm ứng trước.",
        ReversalNeedsReason => "Nhập lý do của bút toán đảo.",
        NotUndoneNow { Status: ProjectStatus.Settled } r => $"Đề án đã quyết toán: đảo khoản quyết toán trước, rồi đảo khoản {Lower(r.Undone)} này.",
        NotUndoneNow r => $"Không thể đảo khoản {Lower(r.Undone)} khi đề án ở tình trạng «{StatusText.Of(r.Status)}».",
        ReversedTooEarly r => $"Ngày của bút toán đảo {ViDates.Day(r.Date)} ở trước ngày của khoản bị đảo {ViDates.Day(r.EntryDate)}. Nhập ngày từ {ViDates.Day(r.EntryDate)} trở đi.",
        LateRecoveryNeedsReason r => $"Đề án ở tình trạng «{StatusText.Of(r.Status)}»: nhập lý do thu hồi muộn.",
        SettledBeyondAccepted r => $"Không thể quyết toán {DongShort(r.Asked)}: giá trị nghiệm thu là {DongShort(r.Accepted)}.",
        SettledBelowPosted r => $"Không thể quyết toán {DongShort(r.Asked)}: đã giải ngân {DongShort(r.Posted)}. Thu hồi phần chênh lệch {DongShort(r.Posted - r.Asked)} trước.",
        SettledTooEarly r => $"Ngày quyết toán {ViDates.Day(r.Date)} ở trước ngày nghiệm thu hoặc khoản tiền cuối cùng. Nhập ngày từ {ViDates.Day(r.NotBefore)} trở đi.",
        SettlementWaiting r => $"Đề nghị quyết toán «{r.Voucher}» của đề án đang chờ kế toán duyệt; mỗi đề án quyết toán một lần.",
        SettlementNeedsAcceptance r => $"Chỉ quyết toán đề án đã nghiệm thu; đề án đang ở tình trạng «{StatusText.Of(r.Status)}».",
        MoneyStillWaiting r => $"Còn khoản đang chờ kế toán duyệt (chi {DongShort(r.Pending)}, thu hồi {DongShort(r.PendingRecovery)}, thanh toán tạm ứng {DongShort(r.PendingClearing)}). Duyệt hoặc từ chối trước.",
        OverLimitOnDay r => $"Ngày {ViDates.Day(r.Day)} số giải ngân sẽ là {DongShort(r.Posted)}, vượt giới hạn của ngày đó là {DongShort(r.Limit)}. Kiểm tra lại ngày đã nhập.",
        BackBeforeOut r => $"Ngày {ViDates.Day(r.Day)} số tiền đã về sẽ nhiều hơn số đã chi {DongShort(r.Missing)}. Kiểm tra lại ngày chứng từ.",
        ClearedBeforeAdvanced r => $"Ngày {ViDates.Day(r.Day)} số đã thanh toán tạm ứng sẽ là {DongShort(r.Cleared)}, nhiều hơn số đã tạm ứng đến ngày đó {DongShort(r.Advanced)}. Kiểm tra lại ngày chứng từ.",
        YearClosed r => string.Create(CultureInfo.InvariantCulture, $"Năm ngân sách {r.Year} đã khóa sổ; không ghi thêm gì vào năm đó."),
        ContractBeyondSupport r => $"Không thể ghi hợp đồng {DongShort(r.Asked)}: giá trị hợp đồng vượt kinh phí hỗ trợ (hỗ trợ được duyệt {DongShort(r.Support)}, đã ký hợp đồng {DongShort(r.Contracted)}, còn ký được {DongShort(r.Support - r.Contracted)}).",
        ContractBelowPosted r => $"Giá trị hợp đồng sẽ là {DongShort(r.Contracted + r.Asked)}, thấp hơn số đã giải ngân và đang chờ duyệt {DongShort(r.Posted + r.Pending)} (đã giải ngân {DongShort(r.Posted)}, đang chờ duyệt {DongShort(r.Pending)}).",
        ContractBeyondSupportOnDay r => $"Ngày {ViDates.Day(r.Day)} giá trị hợp đồng sẽ là {DongShort(r.Contracted)}, vượt kinh phí hỗ trợ của ngày đó là {DongShort(r.Support)}. Kiểm tra lại ngày ký.",
        AppendixNeedsContract => "Đề án chưa có hợp đồng; ghi hợp đồng trước khi ghi phụ lục.",
        AppendixBelowZero r => $"Không thể giảm {DongShort(-r.Asked)}: hợp đồng này chỉ còn {DongShort(r.Value)}.",
        ContractNumberTaken r => $"Hợp đồng số {r.Number} đã có. Kiểm tra lại số hợp đồng.",
        AcceptedBeyondSupport { Accepted.IsNegative: true } => "Giá trị nghiệm thu không được nhỏ hơn 0\u00A0đ. Nhập lại số tiền.",
        AcceptedBelowSpent r => AcceptedBelowSpentText(r),
        AcceptedBeyondSupport r => $"Không thể nghiệm thu {DongShort(r.Accepted)}: vượt kinh phí hỗ trợ được duyệt {DongShort(r.Support)}. Nhập số tiền không quá {DongShort(r.Support)}.",
        _ => null,
    };

    private static string Lower(MoneyEntryKind kind) => StatusText.Of(kind).ToLowerInvariant();

    private static string AcceptedBelowSpentText(AcceptedBelowSpent r)
    {
        var waiting = r.Pending.IsZero ? string.Empty : $", đang chờ duyệt {DongShort(r.Pending)}";
        var spent = r.Posted + r.Pending;
        var way = r.Pending.IsZero ? "Thu hồi" : "Thu hồi hoặc từ chối đề nghị chi";
        return $"Không thể nghiệm thu {DongShort(r.Accepted)}: đã giải ngân {DongShort(r.Posted)}{waiting}. {way} {DongShort(spent - r.Accepted)} trước, hoặc nhập số tiền không dưới {DongShort(spent)}.";
    }

    private static string OverLimitText(OverLimit r)
    {
        var kind = r.Kind == MoneyEntryKind.Reversal ? "đảo khoản thu hồi" : Lower(r.Kind);
        var basis = r.Basis switch
        {
            LimitBasis.Support => "hỗ trợ được duyệt",
            LimitBasis.Contract => "giới hạn theo hợp đồng",
            LimitBasis.Acceptance => "kinh phí được nghiệm thu",
        };
        return $"Không thể {kind} {DongShort(r.Asked)}: còn lại của đề án là {DongShort(r.Remaining)} ({basis} {DongShort(r.Limit)}, đã giải ngân {DongShort(r.Posted)}, đang chờ duyệt {DongShort(r.Pending)}).";
    }
}
