using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Projects;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>One page of the register, and the areas to choose from.</summary>
public sealed record BeneficiaryList(IReadOnlyList<BeneficiaryRow> Rows, int Total, int Page, IReadOnlyList<NamedChoice> Areas);

/// <summary>A row with what it takes part in; rows merged into it count as itself.</summary>
/// <param name="Id">The row.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TaxCode">As printed; null when not known.</param>
/// <param name="Area">Its unit in words.</param>
/// <param name="Trade">Ngành nghề.</param>
/// <param name="Projects">How many projects name it, drafts included.</param>
/// <param name="Support">State support of those that a decision approved, each counted whole.</param>
public sealed record BeneficiaryRow(int Id, string Name, BeneficiaryKind Kind, string? TaxCode, string? Area, string? Trade, int Projects, Vnd Support);
