namespace KhuyenCong.Domain.People;

/// <summary>Something that a person must know of the own account.</summary>
public class Notice
{
    public int Id { get; init; }

    public required int UserId { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>The fact, such as the roles given or the device; the words around it are the screen's.</summary>
    public string? Detail { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>UTC; null while it is new.</summary>
    public DateTime? ReadAt { get; private set; }

    public void Read(DateTime at) => ReadAt ??= at;
}
