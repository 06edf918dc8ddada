using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Decisions;

/// <summary>One value of a project's terms before and after, in words; an amount also as its difference.</summary>
public sealed record TermsDifference(string Label, string Before, string After, Vnd? Amount)
{
    /// <summary>The amounts themselves, for tables in another unit; null for anything else.</summary>
    public (Vnd Before, Vnd After)? Amounts { get; init; }
}
