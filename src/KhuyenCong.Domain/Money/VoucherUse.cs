namespace KhuyenCong.Domain.Money;

/// <summary>
/// A voucher number taken in one unit and year. The key is what makes it unique; a rejected entry gives its number back.
/// </summary>
public class VoucherUse
{
    public required int UnitId { get; init; }
    public required int Year { get; init; }

    /// <summary>The number folded, so that «PC 01» and «pc-01» are one.</summary>
    public required string VoucherKey { get; init; }

    public int EntryId { get; init; }
    public MoneyEntry? Entry { get; init; }
}
