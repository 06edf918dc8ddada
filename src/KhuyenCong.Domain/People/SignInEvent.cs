namespace KhuyenCong.Domain.People;

/// <summary>Somebody came, was turned away, or left. Tries on addresses without an account are not kept.</summary>
public class SignInEvent : IAppendOnly
{
    public int Id { get; init; }
    public required int UserId { get; init; }
    public required SignInKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
