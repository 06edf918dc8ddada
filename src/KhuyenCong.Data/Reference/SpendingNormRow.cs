using KhuyenCong.Domain.Money;

namespace KhuyenCong.Data.Reference;

/// <summary>A line of spending-norms.csv: a confirmed ceiling of support.</summary>
/// <param name="Code">Code of the norm item.</param>
/// <param name="Title">What is supported.</param>
/// <param name="MaxRatePercent">Highest share of the eligible cost, in percent; null when the source sets none.</param>
/// <param name="Cap">Highest support, in đồng, for one <paramref name="CapUnit"/>.</param>
/// <param name="CapUnit">What the cap is counted by: an establishment, a model, a time, a cluster.</param>
/// <param name="LegalSource">The circular.</param>
/// <param name="Article">Its article and clause.</param>
/// <param name="ValidFrom">First day on which the norm applies.</param>
public sealed record SpendingNormRow(
    string Code,
    string Title,
    int? MaxRatePercent,
    Vnd Cap,
    string CapUnit,
    string LegalSource,
    string Article,
    DateOnly ValidFrom);
