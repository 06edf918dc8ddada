namespace KhuyenCong.Data.Reference;

/// <summary>A line of activity-categories.csv: a kind of extension activity.</summary>
/// <param name="Code">ND1 to ND10.</param>
/// <param name="Title">The content in the words of the decree.</param>
/// <param name="ShortTitle">For tables and charts.</param>
/// <param name="ValidFrom">First day on which the category may be used; null when not known.</param>
/// <param name="ContractRequired">Whether its projects are carried out under a contract with the beneficiary.</param>
/// <param name="LegalSource">The decree and article.</param>
public sealed record ActivityCategoryRow(
    string Code,
    string Title,
    string ShortTitle,
    DateOnly? ValidFrom,
    bool ContractRequired,
    string LegalSource);
