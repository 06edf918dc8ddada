using KhuyenCong.Domain;
using KhuyenCong.Services.Plans;

namespace KhuyenCong.Services.Imports;

/// <summary>The adjustment that an annex would make of a plan in force.</summary>
/// <param name="FileName">The workbook's name.</param>
/// <param name="Meant">The year and tranche that the annex names, or that were chosen.</param>
/// <param name="Plan">The plan in force; null when none, or not one alone, is meant.</param>
/// <param name="Lines">Each line of the annex beside its project.</param>
/// <param name="WhyNot">Why no adjustment can be made of it; empty when one can.</param>
public sealed record AnnexAdjustmentOffer(string FileName, NewPlanRequest Meant, TakenTranche? Plan, IReadOnlyList<AnnexAdjustmentLine> Lines, IReadOnlyList<Refusal> WhyNot);
