using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Imports;

/// <summary>What a person chose in the preview: areas by cell (the same text below means the same), categories by group (from 0), the unit, the source.</summary>
public sealed record AnnexChoices
{
    public static readonly AnnexChoices None = new();

    public IReadOnlyDictionary<CellAddress, AreaChoice> Areas { get; init; } = new Dictionary<CellAddress, AreaChoice>();

    public IReadOnlyDictionary<int, string> Categories { get; init; } = new Dictionary<int, string>();

    public MoneyUnit? Unit { get; init; }

    public FundingSource? Source { get; init; }
}
