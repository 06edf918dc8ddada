using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Norms;

/// <summary>A project that names a norm, beside its limit.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Name">Its name.</param>
/// <param name="Norm">The norm's title.</param>
/// <param name="LegalSource">Where the limit stands; null when no row is in force.</param>
/// <param name="Support">State support.</param>
/// <param name="Finding">The verdict with its amounts.</param>
/// <param name="OverNormReason">Why it goes beyond the norm; null when nobody said.</param>
public sealed record NormLine(int ProjectId, string Name, string Norm, string? LegalSource, Vnd Support, NormFinding Finding, string? OverNormReason);
