namespace KhuyenCong.Domain.Money;

/// <summary>The closing of a budget year: from then on nothing may be dated in it.</summary>
public class YearClosing : IAppendOnly
{
    public int Id { get; init; }
    public required int Year { get; init; }
    public required int ClosedById { get; init; }
    public required string ClosedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ClosedAt { get; init; }

    public string? Note { get; init; }
    public ICollection<YearClosingLine> Lines { get; init; } = [];
}
