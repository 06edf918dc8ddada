using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Data.Reference;

/// <summary>
/// The reference data that every installation starts with, as embedded in this assembly. Each method reads its
/// file anew and throws <see cref="FormatException"/> when the file is malformed.
/// </summary>
public static class ReferenceFiles
{
    /// <summary>All units of Đắk Lắk and Phú Yên before and after 01/11/2024 and 01/07/2025.</summary>
    public static IReadOnlyList<UnitRow> Units() => Read("units.csv", row => new UnitRow(
        Key(row),
        row.Required("name"),
        Level(row.Required("level")),
        row.Date("valid_to"),
        row.Optional("parent") is { } parent ? UnitKey.Parse(parent) : null,
        row.Optional("former_district"),
        [.. row["successors"].Split('|', StringSplitOptions.RemoveEmptyEntries).Select(UnitKey.Parse)]));

    public static IReadOnlyList<UnitAliasRow> UnitAliases() => Read("unit-aliases.csv", row => new UnitAliasRow(
        Key(row),
        row.Required("alias")));

    /// <summary>ND1 to ND10: Decree 45/2012, Article 4, and Decree 235/2025.</summary>
    public static IReadOnlyList<ActivityCategoryRow> ActivityCategories() => Read("activity-categories.csv", row => new ActivityCategoryRow(
        row.Required("code"),
        row.Required("title"),
        row.Required("short_title"),
        row.Date("valid_from"),
        row.Flag("contract_required"),
        row.Required("legal_source")));

    /// <summary>The confirmed ceilings of Circular 28/2018/TT-BTC, Article 8.</summary>
    public static IReadOnlyList<SpendingNormRow> SpendingNorms() => Read("spending-norms.csv", row => new SpendingNormRow(
        row.Required("code"),
        row.Required("title"),
        (int?)row.Number("max_rate_percent"),
        new Vnd(row.Number("cap_dong") ?? throw new FormatException("A norm has no cap.")),
        row.Required("cap_unit"),
        row.Required("legal_source"),
        row.Required("article"),
        row.Date("valid_from") ?? throw new FormatException("A norm has no first day.")));

    public static IReadOnlyList<OrganisationRow> Organisations() => Read("organisations.csv", row => new OrganisationRow(
        row.Required("code"),
        row.Required("name"),
        row.Required("short_name"),
        row.Required("kind")));

    private static List<T> Read<T>(string fileName, Func<CsvRow, T> map) => [.. ReferenceCsv.ReadEmbedded(fileName).Select(map)];

    private static UnitKey Key(CsvRow row) => new(row.Required("code"), row.Date("valid_from") ?? AdministrativeUnit.Ever);

    private static UnitLevel Level(string name) => name switch
    {
        nameof(UnitLevel.Province) => UnitLevel.Province,
        nameof(UnitLevel.District) => UnitLevel.District,
        nameof(UnitLevel.Commune) => UnitLevel.Commune,
        _ => throw new FormatException($"'{name}' is not a level."),
    };
}
