using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Documents;

namespace KhuyenCong.Services.Auditing;

/// <summary>Makes the hashes of submitted texts again, and compares those that were signed.</summary>
internal sealed class AuditPapers
{
    private readonly List<StoredRow> _submissions = [];
    private readonly List<StoredRow> _signatures = [];
    private readonly List<StoredRow> _documents = [];

    public IReadOnlyList<StoredRow> Documents => _documents;

    public void Take(StoredRow row)
    {
        switch (row.Shape.Entity)
        {
            case nameof(Submission): _submissions.Add(row); break;
            case nameof(ApprovalSignature): _signatures.Add(row); break;
            case nameof(Document): _documents.Add(row); break;
        }
    }

    public IEnumerable<AuditFault> Faults()
    {
        var submitted = _submissions.DistinctBy(s => s.Key, StringComparer.Ordinal).ToDictionary(s => s.Key, s => s["Sha256"], StringComparer.Ordinal);
        return _submissions.Where(s => AuditSeal.HashOf(s["Canonical"] ?? string.Empty) != s["Sha256"]).Select(s => Fault(AuditFaultKind.SubmissionDiffers, s))
            .Concat(_signatures.Where(s => submitted.GetValueOrDefault(s["SubmissionId"] ?? string.Empty) != s["Sha256"]).Select(s => Fault(AuditFaultKind.SignatureDiffers, s)));
    }

    private static AuditFault Fault(AuditFaultKind kind, StoredRow row) => new(kind, 0, 0, row.Shape.Entity, row.Key);
}
