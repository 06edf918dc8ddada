using KhuyenCong.Data;
using KhuyenCong.Domain.Decisions;

namespace KhuyenCong.Services.Decisions;

/// <summary>Decisions as the register and their own page show them.</summary>
internal static class DecisionRows
{
    public static IQueryable<DecisionRow> Rows(this AppDbContext db, IQueryable<Decision> decisions) => decisions.Select(d => new DecisionRow
    {
        Id = d.Id, Number = d.Number, Year = d.Year, IssuedOn = d.IssuedOn, EffectiveFrom = d.EffectiveFrom, RecordedAt = d.RecordedAt, Kind = d.Kind,
        IssuingBodyId = d.IssuingBodyId, IssuingBody = d.IssuingBody!.Name, Signatory = d.Signatory, SignatoryTitle = d.SignatoryTitle, Capacity = d.Capacity,
        LegalBases = d.LegalBases, PlanId = d.PlanId, PlanTitle = d.Plan!.Title, IsIllustrative = d.Plan != null && d.Plan.IsIllustrative,
        Budget = db.AllotmentPapers.Where(p => p.DecisionId == d.Id)
            .Join(db.Allotments, p => p.AllotmentId, a => a.Id, (_, a) => new AllottedBudget(a.Year, a.Source)).FirstOrDefault(),
        Effect = d.Effect, StatedTotal = d.StatedTotal, StatedBasis = d.StatedBasis, StatedCount = d.StatedCount, ComputedTotal = d.ComputedTotal,
        ComputedCount = d.ComputedCount, DifferenceReason = d.DifferenceReason, FileName = d.Document!.FileName, FileLength = (long?)d.Document.Length,
        FileSha256 = d.Document.Sha256, Corrections = d.Corrections.Count,
    });
}
