using System.Globalization;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Vi;
using KhuyenCong.Web.Operations.Status;

namespace KhuyenCong.Web.Operations.Commands;

/// <summary>Verifies the audit trail and all that it speaks of.</summary>
internal static class AuditCommand
{
    private const int Broken = 3;

    public static async Task<int> VerifyAsync(IServiceProvider services, string? keptHead, CancellationToken stop)
    {
        AuditHeadMark? kept = null;
        if (keptHead is not null && !AuditHeadMark.TryRead(keptHead, out kept))
        {
            Console.Error.WriteLine("--head cần dạng số:mã, như lệnh này in ra lần trước.");
            return PortalCommand.Misused;
        }

        await using var scope = services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<AuditVerifyService>().VerifyAsync(kept, stop);
        await services.GetRequiredService<VerificationRecord>().KeepAsync(report, stop);
        foreach (var fault in report.Faults) Console.Error.WriteLine(AuditFaultText.Of(fault));
        Console.WriteLine(
            $"Đã kiểm tra {report.Entries} mục nhật ký, {report.Rows} dòng dữ liệu, {report.Files} tệp lưu, {report.Exports.Count} đầu nhật ký đã xuất, "
            + $"trong {report.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',')} giây: "
            + (report.Faults.Count == 0 ? "khớp." : $"{report.Faults.Count} sai lệch."));
        Console.WriteLine($"Đầu nhật ký, giữ ở nơi khác để lần sau dùng --head: {report.Head}");
        return report.Faults.Count == 0 ? 0 : Broken;
    }
}
