using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Domain.Adjustments;

/// <summary>
/// One change. Only the fields of its kind are filled; they say what shall be, and the difference follows from the
/// terms in force.
/// </summary>
public class AdjustmentLine
{
    public int Id { get; init; }
    public int AdjustmentId { get; init; }

    /// <summary>From 1.</summary>
    public required int Ordinal { get; set; }

    public required AdjustmentKind Kind { get; init; }

    /// <summary>The project; null when one is added, until the decision makes it.</summary>
    public int? ProjectId { get; set; }

    public Project? Project { get; set; }

    /// <summary>The terms it was written against, kept at submission: the «before» of the decision.</summary>
    public int? BaseTermsId { get; set; }

    /// <summary>Why this change is needed.</summary>
    public required string Reason { get; set; }

    /// <summary>State support as it shall be; also of an added project.</summary>
    public Vnd? Support { get; set; }

    /// <summary>The source as it shall be.</summary>
    public FundingSource? Source { get; set; }

    public Vnd? Counterpart { get; set; }
    public Vnd? Other { get; set; }
    public string? BeneficiaryText { get; set; }

    /// <summary>The new beneficiary in the register, where it stands there.</summary>
    public int? BeneficiaryId { get; set; }

    public People.Beneficiary? Beneficiary { get; set; }

    public AreaScope AreaScope { get; set; }
    public ICollection<AdjustmentLineArea> Areas { get; init; } = [];

    /// <summary>The first day of the first month.</summary>
    public DateOnly? StartMonth { get; set; }

    /// <summary>The first day of the last month.</summary>
    public DateOnly? EndMonth { get; set; }

    public string? Name { get; set; }
    public string? Objectives { get; set; }
    public string? ImplementingUnit { get; set; }

    /// <summary>The category of an added project.</summary>
    public int? CategoryId { get; set; }

    public ActivityCategory? Category { get; init; }

    /// <summary>The norm of an added project.</summary>
    public int? NormId { get; set; }

    /// <summary>The cost that the norm's rate applies to, of an added or raised project.</summary>
    public Vnd? EligibleCost { get; set; }

    /// <summary>Number of establishments that the norm's cap applies to, of an added or raised project.</summary>
    public int? Establishments { get; set; }

    /// <summary>Why an added or raised support goes beyond the norm; the approver sees it.</summary>
    public string? OverNormReason { get; set; }

    /// <summary>What of the money already out is to be recovered when the project stops.</summary>
    public Vnd? PlannedRecovery { get; set; }

    /// <summary>By when it is to be recovered.</summary>
    public DateOnly? RecoverBy { get; set; }
}
