namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Rows of the register that a form offers as checkboxes: those chosen, and those that may be meant.</summary>
public sealed record BeneficiaryPick(IReadOnlyList<BeneficiaryChoice> Chosen, IReadOnlyList<BeneficiaryChoice> Offered);
