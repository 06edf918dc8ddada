namespace KhuyenCong.Services.Vi;

/// <summary>The unit that a table shows its amounts in. Amounts are always kept in whole đồng.</summary>
public enum AmountUnit
{
    /// <summary>Đồng.</summary>
    Dong,

    /// <summary>Triệu đồng: a million đồng, with as many decimals as the amount needs.</summary>
    Million,
}
