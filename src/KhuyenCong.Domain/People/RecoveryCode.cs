namespace KhuyenCong.Domain.People;

/// <summary>A code that stands in for the second factor, once.</summary>
public class RecoveryCode
{
    public int Id { get; init; }

    public required int UserId { get; init; }

    /// <summary>A keyed digest; the code itself is shown once and kept nowhere.</summary>
    public required string CodeHash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>UTC; null while it can be used.</summary>
    public DateTime? UsedAt { get; private set; }

    public void Use(DateTime at) => UsedAt = at;
}
