namespace KhuyenCong.Domain.Money;

/// <summary>Why a norm cannot be added or switched so.</summary>
public static class NormRefusals
{
    /// <summary>A new row follows the last one of its code; what was in force before stays as it was.</summary>
    public sealed record NotAfterTheLast(string Norm, DateOnly LastFrom) : Refusal;

    public sealed record AlreadySwitched(bool Enabled) : Refusal;
}
