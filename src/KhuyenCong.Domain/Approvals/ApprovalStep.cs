using KhuyenCong.Domain.Money;

namespace KhuyenCong.Domain.Approvals;

/// <summary>A configured step before the decision. The decision itself is always the last step.</summary>
public class ApprovalStep
{
    public int Id { get; init; }
    public required ApprovalSubject Subject { get; init; }

    /// <summary>From 1; steps run in this order.</summary>
    public required int Ordinal { get; set; }

    public required string Position { get; set; }
    public required string Permission { get; set; }

    /// <summary>Đồng: the step is needed when the money at stake reaches it; null for always.</summary>
    public Vnd? Threshold { get; set; }

    public bool Enabled { get; set; }
}
