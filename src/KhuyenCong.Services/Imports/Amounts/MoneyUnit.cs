namespace KhuyenCong.Services.Imports.Amounts;

/// <summary>The unit in which an annex states amounts; the value is its worth in đồng.</summary>
public enum MoneyUnit
{
    Dong = 1,
    Thousand = 1_000,
    Million = 1_000_000,
    Billion = 1_000_000_000,
}
