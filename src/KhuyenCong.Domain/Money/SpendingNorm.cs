namespace KhuyenCong.Domain.Money;

/// <summary>A ceiling of support with its legal source and dates: data, never code (TT 28/2018/TT-BTC, Điều 8).</summary>
public class SpendingNorm
{
    public int Id { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>Whole percent of the eligible cost; null when only the cap counts.</summary>
    public int? MaxRatePercent { get; init; }

    /// <summary>Đồng for each unit.</summary>
    public Vnd? Cap { get; init; }

    /// <summary>What the cap is for: a model, an establishment, a time, a cluster.</summary>
    public required string CapUnit { get; init; }

    public required string LegalSource { get; init; }

    public DateOnly ValidFrom { get; init; }

    /// <summary>The last day; null while nothing follows it.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Whether the portal checks by it.</summary>
    public bool Enabled { get; set; }

    public bool IsInForceOn(DateOnly day) => Enabled && ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}
