using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Domain.Decisions;

/// <summary>A decision in the register. Ties of one effective day are ordered by the register (the id).</summary>
public class Decision
{
    public int Id { get; init; }

    public required DecisionKind Kind { get; init; }

    /// <summary>The plan; null for a decision that allots budget.</summary>
    public int? PlanId { get; init; }

    public Plan? Plan { get; init; }

    /// <summary>Number and symbol as printed, leading zeros kept; unique for each issuing body and year.</summary>
    public required string Number { get; set; }

    /// <summary>The year the number belongs to.</summary>
    public required int Year { get; init; }

    /// <summary>Null only where the date is not known (illustrative data).</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>The day from which it counts: its date, or a stated day where the date is not known.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required int RecordedById { get; init; }

    public required int IssuingBodyId { get; init; }

    public Organisation? IssuingBody { get; init; }

    public required string Signatory { get; set; }

    /// <summary>Title and capacity of the signatory, such as "KT. Giám đốc – Phó Giám đốc".</summary>
    public required string SignatoryTitle { get; set; }

    public SigningCapacity Capacity { get; set; }

    /// <summary>Căn cứ: the legal bases that the decision names.</summary>
    public string? LegalBases { get; set; }

    /// <summary>What it adds to the approved support (or, an allotting one, to the budget); signed.</summary>
    public Vnd Effect { get; init; }

    /// <summary>The adjustment it puts into force.</summary>
    public int? AdjustmentId { get; init; }

    /// <summary>The frozen content it approves.</summary>
    public int? SubmissionId { get; init; }

    public Approvals.Submission? Submission { get; init; }

    public ICollection<DecisionCorrection> Corrections { get; init; } = [];

    public Vnd? StatedTotal { get; init; }

    public StatedBasis StatedBasis { get; init; }

    public int? StatedCount { get; init; }

    /// <summary>The computed amount on the stated basis at the moment of approval.</summary>
    public Vnd ComputedTotal { get; init; }

    public int ComputedCount { get; init; }

    /// <summary>Why stated and computed figures differ.</summary>
    public string? DifferenceReason { get; init; }

    /// <summary>The signed file; null only for illustrative data.</summary>
    public int? DocumentId { get; init; }

    public Document? Document { get; init; }

    /// <summary>«Đính chính»: sets what was mistyped, with a row for each field. The effective day stays.</summary>
    public void Correct(DecisionMetadata corrected, string reason, Actor by, DateTime at)
    {
        foreach (var (field, before, after) in DecisionMetadata.Of(this).DifferencesTo(corrected))
        {
            Corrections.Add(new DecisionCorrection
            {
                Field = field, Before = before, After = after, Reason = reason, ById = by.UserId!.Value, ByName = by.Name, At = at,
            });
        }

        (Number, IssuedOn, Signatory) = (corrected.Number, corrected.IssuedOn, corrected.Signatory);
        (SignatoryTitle, Capacity, LegalBases) = (corrected.SignatoryTitle, corrected.Capacity, corrected.LegalBases);
    }
}
