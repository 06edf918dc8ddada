namespace KhuyenCong.Domain.Money;

/// <summary>Kinds of money entries. Net disbursed = advances + payments − recoveries.</summary>
public enum MoneyEntryKind
{
    /// <summary>Tạm ứng.</summary>
    Advance,

    /// <summary>Thanh toán.</summary>
    Payment,

    /// <summary>Thu hồi.</summary>
    Recovery,
}
