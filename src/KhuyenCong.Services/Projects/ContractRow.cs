using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Projects;

/// <summary>A contract that an appendix may change.</summary>
/// <param name="Id">The contract.</param>
/// <param name="Number">As printed.</param>
/// <param name="Beneficiary">With whom.</param>
/// <param name="Value">What the contracts with that beneficiary are worth by now, appendices included.</param>
public sealed record ContractRow(int Id, string Number, string Beneficiary, Vnd Value);
