namespace KhuyenCong.Domain.People;

/// <summary>An establishment in the register that receives support. Annexes keep their own wording beside it.</summary>
public class Beneficiary : IVersioned, ISearchable
{
    public int Id { get; init; }

    public required string Name { get; set; }
    public BeneficiaryKind Kind { get; set; }

    /// <summary>Ten or thirteen digits; null when not known.</summary>
    public string? TaxCode { get; set; }

    public int? UnitId { get; set; }

    public Territory.AdministrativeUnit? Unit { get; init; }

    /// <summary>Who represents it by law.</summary>
    public string? Representative { get; set; }

    /// <summary>Trade (ngành nghề).</summary>
    public string? Trade { get; set; }

    /// <summary>The row that this one was merged into; links to this row count as links to that one.</summary>
    public int? MergedIntoId { get; set; }

    public int Version { get; private set; }

    public void Touch() => Version++;

    public string SearchSource => $"{Name} {TaxCode}";

    public string SortSource => Name;
}
