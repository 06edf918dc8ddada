using KhuyenCong.Domain.Approvals;

namespace KhuyenCong.Web.Pages.TrinhDuyet;

/// <summary>One row of the form: what was shown, whether it is chosen, and its decision.</summary>
public sealed class SignatureChoice
{
    public bool Chosen { get; set; }
    public ApprovalSubject Subject { get; set; }
    public int Id { get; set; }
    public int SubmissionId { get; set; }
    public int Version { get; set; }
    public string? Sha256 { get; set; }
    public string? Number { get; set; }
    public IFormFile? File { get; set; }
}
