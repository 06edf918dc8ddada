using System.Globalization;
using KhuyenCong.Services.Auditing;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of audit faults.</summary>
public static class AuditFaultText
{
    public static string Of(AuditFault fault) => fault.Kind switch
    {
        AuditFaultKind.EntriesMissing => $"Mất nhật ký {Numbers(fault)}.",
        AuditFaultKind.EntryChanged => $"Nhật ký {Numbers(fault)} sai niêm phong: nội dung của nó hoặc của mục ngay trước đã bị sửa.",
        AuditFaultKind.TailCut => $"Đuôi nhật ký bị cắt: mất {Numbers(fault)}.",
        AuditFaultKind.HeadDiffers => $"Đầu nhật ký không khớp với mục {Numbers(fault)}.",
        AuditFaultKind.RowChanged => $"Dòng {fault.Entity} {fault.Key} đã bị sửa ngoài cổng, sau nhật ký {Numbers(fault)}.",
        AuditFaultKind.RowMissing => $"Dòng {fault.Entity} {fault.Key} đã bị xóa ngoài cổng, sau nhật ký {Numbers(fault)}.",
        AuditFaultKind.RowExtra when fault.First == 0 => $"Dòng {fault.Entity} {fault.Key} được thêm ngoài cổng, không có nhật ký.",
        AuditFaultKind.RowExtra => $"Dòng {fault.Entity} {fault.Key} được thêm lại ngoài cổng, sau khi đã xóa ở nhật ký {Numbers(fault)}.",
    };

    private static string Numbers(AuditFault fault) => fault.First == fault.Last
        ? string.Create(CultureInfo.InvariantCulture, $"số {fault.First}")
        : string.Create(CultureInfo.InvariantCulture, $"số {fault.First} đến {fault.Last}");
}
