namespace KhuyenCong.Domain.People;

/// <summary>Two rows of the register turned out to be one establishment.</summary>
public class BeneficiaryMerge : IAppendOnly
{
    public int Id { get; init; }

    /// <summary>The row that is kept.</summary>
    public required int IntoId { get; init; }

    /// <summary>The row that points to it from now on.</summary>
    public required int FromId { get; init; }

    public required string Reason { get; init; }
    public required int ById { get; init; }
    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
