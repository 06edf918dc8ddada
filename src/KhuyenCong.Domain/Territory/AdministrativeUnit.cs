namespace KhuyenCong.Domain.Territory;

/// <summary>
/// A province, district or commune during one period of validity. Official codes are reused under
/// other names, so the key is (code, valid from).
/// </summary>
public class AdministrativeUnit
{
    /// <summary>Stands for "valid since before the register begins"; kept as a real date so that it can be a key.</summary>
    public static readonly DateOnly Ever = new(1900, 1, 1);

    public int Id { get; init; }

    public required string Code { get; init; }

    /// <summary>Full name with its type in front, NFC, as the official list writes it.</summary>
    public required string Name { get; init; }

    public required UnitLevel Level { get; init; }

    public DateOnly ValidFrom { get; init; } = Ever;

    /// <summary>The last day of validity; null while valid.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The unit above in its own time: a commune's district until 30/06/2025, its province after.</summary>
    public int? ParentId { get; init; }

    public AdministrativeUnit? Parent { get; init; }

    /// <summary>The one former district that a commune lies in; null for districts, provinces and communes that span several.</summary>
    public int? FormerDistrictId { get; init; }

    public AdministrativeUnit? FormerDistrict { get; init; }

    public ICollection<UnitSuccession> Successors { get; init; } = [];

    public ICollection<UnitAlias> Aliases { get; init; } = [];

    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}
