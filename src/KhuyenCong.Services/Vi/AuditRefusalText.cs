using KhuyenCong.Domain;
using KhuyenCong.Domain.Auditing;

namespace KhuyenCong.Services.Vi;

/// <summary>Why the trail cannot be verified, in sentences.</summary>
internal static class AuditRefusalText
{
    public static string? Find(Refusal refusal) => refusal switch
    {
        AuditRefusals.VerificationRuns => "Một lần kiểm tra khác đang chạy. Chờ vài giây rồi kiểm tra lại.",
        _ => null,
    };
}
