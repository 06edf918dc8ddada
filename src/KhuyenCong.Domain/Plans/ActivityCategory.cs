namespace KhuyenCong.Domain.Plans;

/// <summary>A content of industrial extension (Nghị định 45/2012/NĐ-CP, Điều 4, as amended by Nghị định 235/2025/NĐ-CP).</summary>
public class ActivityCategory
{
    public int Id { get; init; }

    /// <summary>ND1 to ND10.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string ShortTitle { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>
    /// Whether such projects are carried out under contract with outside beneficiaries. Training, information and
    /// management are carried out by the Centre itself and start without one.
    /// </summary>
    public bool ContractRequired { get; init; }

    public required string LegalSource { get; init; }
}
