using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Norms;

/// <summary>A norm's row as administrators see it.</summary>
public sealed record NormRow(
    int Id, string Code, string Title, int? MaxRatePercent, Vnd? Cap, string CapUnit, string LegalSource, DateOnly ValidFrom, DateOnly? ValidTo, bool Enabled, bool IsInForce)
{
    /// <summary>The newest row of its code: the one that a new row would follow.</summary>
    public bool IsLast { get; init; }
}
