using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>Narrows the register of beneficiaries.</summary>
/// <param name="Text">Searched in name and tax code, without diacritics.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="UnitId">Only within this unit.</param>
/// <param name="ProbableDuplicates">Only rows that another row resembles.</param>
/// <param name="Page">From 1.</param>
public sealed record BeneficiaryFilter(string? Text, BeneficiaryKind? Kind, int? UnitId, bool ProbableDuplicates, int Page)
{
    public const int PageSize = 50;
}
