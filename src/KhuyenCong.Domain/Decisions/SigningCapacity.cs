namespace KhuyenCong.Domain.Decisions;

/// <summary>In which capacity a decision is signed (Nghị định 30/2020/NĐ-CP, Điều 13).</summary>
public enum SigningCapacity
{
    /// <summary>In one's own office.</summary>
    Own,

    /// <summary>KT.: a deputy for the head.</summary>
    ForHead,

    /// <summary>TL.: by order.</summary>
    ByOrder,

    /// <summary>TUQ.: by authorisation.</summary>
    ByDelegation,
}
