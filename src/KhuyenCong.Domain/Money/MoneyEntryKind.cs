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

    /// <summary>Thanh toán tạm ứng: papers clear an advance; no money moves.</summary>
    Clearing,

    /// <summary>Bút toán đảo: undoes a posted entry, wholly.</summary>
    Reversal,

    /// <summary>Quyết toán: the amount found due in the end; no money moves.</summary>
    Settlement,
}
