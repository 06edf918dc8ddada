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
        AuditFaultKind.ExportDiffers => $"Đầu nhật ký đã xuất {AuditText.OfHead(fault.Key)} không khớp với mục {Numbers(fault)}: nhật ký đã bị viết lại từ mục này trở về trước.",
        AuditFaultKind.ExportUnreadable => $"Không đọc được đầu nhật ký đã xuất {AuditText.OfHead(fault.Key)}: tệp đã bị sửa.",
        AuditFaultKind.RowChanged => $"{Row(fault)} đã bị sửa ngoài cổng{Fields(fault)}, sau nhật ký {Numbers(fault)}.",
        AuditFaultKind.RowMissing => $"{Row(fault)} đã bị xóa ngoài cổng, sau nhật ký {Numbers(fault)}.",
        AuditFaultKind.RowExtra when fault.First == 0 => $"{Row(fault)} được thêm ngoài cổng, không có nhật ký.",
        AuditFaultKind.RowExtra => $"{Row(fault)} được thêm lại ngoài cổng, sau khi đã xóa ở nhật ký {Numbers(fault)}.",
        AuditFaultKind.HistoryBroken => $"{Row(fault)} đã bị sửa ngoài cổng{Fields(fault)} rồi được ghi tiếp: nhật ký {Numbers(fault)} lấy giá trị sửa đó làm thật.",
        AuditFaultKind.SecretMasked => $"{Row(fault)}: nhật ký {Numbers(fault)} do một phiên bản cũ của chương trình ghi, không đối chiếu được giá trị bí mật.",
        AuditFaultKind.RightLacking => $"{Row(fault)}: người thực hiện không có quyền [{fault.Field}] vào lúc ghi nhật ký {Numbers(fault)}; quyền đó không được cấp hoặc ủy quyền trong cổng.",
        AuditFaultKind.SchemaMissing => $"Cấu trúc cơ sở dữ liệu: bảng {fault.Entity} thiếu hoặc khác {fault.Field}.",
        AuditFaultKind.SchemaExtra => $"Cấu trúc cơ sở dữ liệu: {fault.Entity} có thêm {fault.Field} mà chương trình không đặt ra.",
        AuditFaultKind.MigrationsDiffer => $"Danh sách cập nhật cấu trúc không đúng với chương trình: {fault.Field}.",
        AuditFaultKind.ExportForged => $"Tệp đầu nhật ký {fault.Key} sai niêm phong: tệp đã bị sửa hoặc không do cổng ghi.",
        AuditFaultKind.ExportMissing when fault.Field.Length > 0 => $"Mất tệp đầu nhật ký {fault.Key}; thư mục thứ hai còn giữ.",
        AuditFaultKind.ExportMissing => $"Mất tệp đầu nhật ký đứng trước {fault.Key}.",
        AuditFaultKind.CounterDiffers when fault.IsReserved => $"{Row(fault)}: «{AuditFieldText.Label(fault.Entity, fault.Field)}» không bằng tổng các dòng chi tiết; số tiền chỉ hiện với người xem được nhật ký nghiệp vụ.",
        AuditFaultKind.CounterDiffers => $"{Row(fault)}: «{AuditFieldText.Label(fault.Entity, fault.Field)}» đang là {Amount(fault.Kept)}, cộng lại từ các dòng chi tiết là {Amount(fault.Counted)}.",
        AuditFaultKind.FileMissing => $"{Row(fault)}: không còn tệp trong kho.",
        AuditFaultKind.FileChanged => $"{Row(fault)}: tệp trong kho không đúng với mã SHA-256 hoặc độ dài đã ghi.",
        AuditFaultKind.SubmissionDiffers => $"{Row(fault)}: nội dung không đúng với mã SHA-256 đã trình.",
        AuditFaultKind.SignatureDiffers => $"{Row(fault)}: ký trên mã SHA-256 khác với mã của bản trình.",
    };

    private static string Row(AuditFault fault) => $"{EntityText.Of(fault.Entity)} [{fault.Entity} {fault.Key}]";

    private static string Fields(AuditFault fault) => fault.Field.Length == 0
        ? string.Empty
        : $" ({string.Join(", ", fault.Field.Split(',').Select(field => $"«{AuditFieldText.Label(fault.Entity, field)}»"))})";

    private static string Amount(long? amount) => amount is { } dong ? VndFormat.DongInFull(new Vnd(dong)) : "chưa có";

    private static string Numbers(AuditFault fault) => fault.First == fault.Last
        ? $"số {VndFormat.Count(fault.First)}"
        : $"số {VndFormat.Count(fault.First)} đến {VndFormat.Count(fault.Last)}";
}
