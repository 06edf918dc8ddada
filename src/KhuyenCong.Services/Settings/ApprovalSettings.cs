using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Settings;

/// <summary>How approvals run: the steps before the decision, and who decides each kind of adjustment.</summary>
public sealed record ApprovalSettings(IReadOnlyList<StepRow> Steps, IReadOnlyList<AuthorityRow> Authorities);

/// <summary>A step that the configuration holds.</summary>
public sealed record StepRow(int Id, ApprovalSubject Subject, int Ordinal, string Position, string Permission, Vnd? Threshold, bool Enabled);

/// <summary>Who decides a kind of adjustment.</summary>
public sealed record AuthorityRow(AdjustmentKind Kind, AdjustmentDecider Decider);
