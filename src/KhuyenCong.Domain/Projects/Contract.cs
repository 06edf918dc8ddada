using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Domain.Projects;

/// <summary>A contract with a beneficiary (hợp đồng thực hiện đề án), or what changes its value.</summary>
public class Contract : IAppendOnly
{
    public int Id { get; init; }

    public int ProjectId { get; init; }

    /// <summary>As printed, leading zeros kept.</summary>
    public required string Number { get; init; }

    public required DateOnly SignedOn { get; init; }

    public ContractKind Kind { get; init; }

    /// <summary>State support contracted, in đồng; signed for an appendix, below zero for a termination.</summary>
    public required Vnd Value { get; init; }

    public int BeneficiaryId { get; init; }

    public required Beneficiary? Beneficiary { get; init; }

    public required int RecordedById { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }
}
