using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Plans;

namespace KhuyenCong.Services.Approvals;

/// <summary>What a decision decides.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Kind">What kind of decision it is.</param>
/// <param name="Figures">The plan's figures once it is in force.</param>
/// <param name="Effect">What it adds to the approved support.</param>
/// <param name="SubmissionId">The frozen content.</param>
/// <param name="AdjustmentId">The adjustment, if it is one.</param>
public sealed record DecisionSubject(Plan Plan, DecisionKind Kind, PlanFigures Figures, Vnd Effect, int SubmissionId, int? AdjustmentId = null);
