namespace KhuyenCong.Data.Reference;

/// <summary>A line of unit-aliases.csv: another spelling of a unit.</summary>
/// <param name="Unit">The unit meant.</param>
/// <param name="Alias">The spelling, NFC.</param>
public sealed record UnitAliasRow(UnitKey Unit, string Alias);
