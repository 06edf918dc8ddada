namespace KhuyenCong.Domain.People;

/// <summary>An establishment in the register that receives support. Annexes keep their own wording beside it.</summary>
public class Beneficiary : ISearchable
{
    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Ten or thirteen digits; null when not known.</summary>
    public string? TaxCode { get; set; }

    public int? UnitId { get; set; }

    public string SearchSource => $"{Name} {TaxCode}";

    public string SortSource => Name;
}
