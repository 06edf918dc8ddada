using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Auditing;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of audit faults.</summary>
public static class AuditFaultText
{
    public static string Of(AuditFault fault) => fault.Kind switch
    {
        AuditFaultKind.EntriesMissing => $"Mất nhật ký {Numbers(fault)}.",
        AuditFaultKind.EntryChanged => $"Nhật ký {Numbers(fault)} sai niêm phong: nội dung của nó hoặc của mục ngay trước đã bị sửa.",
        AuditFaultKind.EntryExtra => $"Nhật ký {Numbers(fault)} không do cổng ghi: nó nằm ngoài dãy số mà đầu nhật ký đã ghi nhận.",
        AuditFaultKind.TailCut => $"Đuôi nhật ký bị cắt: mất {Numbers(fault)}.",
        AuditFaultKind.HeadDiffers => $"Đầu nhật ký không khớp với mục {Numbers(fault)}.",
        AuditFaultKind.ExportDiffers => $"Đầu nhật ký đã xuất ngày {Day(fault.Key)} không khớp với mục {Numbers(fault)}: nhật ký đã bị viết lại từ mục này trở về trước.",
        AuditFaultKind.ExportUnreadable => $"Không đọc được đầu nhật ký đã xuất ngày {Day(fault.Key)}: tệp đã bị sửa.",
        AuditFaultKind.RowChanged => $"{Row(fault)} đã bị sửa ngoài cổng, sau nhật ký {Numbers(fault)}.",
        AuditFaultKind.RowMissing => $"{Row(fault)} đã bị xóa ngoài cổng, sau nhật ký {Numbers(fault)}.",
        AuditFaultKind.RowExtra when fault.First == 0 => $"{Row(fault)} được thêm ngoài cổng, không có nhật ký.",
        AuditFaultKind.RowExtra => $"{Row(fault)} được thêm lại ngoài cổng, sau khi đã xóa ở nhật ký {Numbers(fault)}.",
        AuditFaultKind.CounterDiffers when fault.IsReserved => $"{Row(fault)}: «{AuditFieldText.Label(fault.Entity, fault.Field)}» không bằng tổng các dòng chi tiết; số tiền chỉ hiện với người xem được nhật ký nghiệp vụ.",
        AuditFaultKind.CounterDiffers => $"{Row(fault)}: «{AuditFieldText.Label(fault.Entity, fault.Field)}» đang là {Amount(fault.Kept)}, cộng lại từ các dòng chi tiết là {Amount(fault.Counted)}.",
        AuditFaultKind.FileMissing => $"{Row(fault)}: không còn tệp trong kho.",
        AuditFaultKind.FileChanged => $"{Row(fault)}: tệp trong kho không đúng với mã SHA-256 hoặc độ dài đã ghi.",
        AuditFaultKind.SubmissionDiffers => $"{Row(fault)}: nội dung không đúng với mã SHA-256 đã trình.",
        AuditFaultKind.SignatureDiffers => $"{Row(fault)}: ký trên mã SHA-256 khác với mã của bản trình.",
    };

    private static string Row(AuditFault fault) => $"{EntityText.Of(fault.Entity)} [{fault.Entity} {fault.Key}]";

    private static string Amount(long? amount) => amount is { } dong ? VndFormat.DongInFull(new Vnd(dong)) : "chưa có";

    private static string Day(string name) => ViDates.TryReadDate(name, out var day) ? ViDates.Day(day) : name;

    private static string Numbers(AuditFault fault) => fault.First == fault.Last
        ? string.Create(CultureInfo.InvariantCulture, $"số {fault.First}")
        : string.Create(CultureInfo.InvariantCulture, $"số {fault.First} đến {fault.Last}");
}
