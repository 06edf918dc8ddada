using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Decisions;

/// <summary>A project before and after one or several decisions.</summary>
/// <param name="Before">Its terms before; null for one that was added.</param>
/// <param name="After">Its terms after.</param>
public sealed record ProjectChange(DecidedTerms? Before, DecidedTerms After)
{
    /// <summary>Whether it was stopped between the two.</summary>
    public bool Stops => After.IsStopped && Before is not { IsStopped: true };

    public ProjectChangeKind Kind => Before is null ? ProjectChangeKind.Added : Stops ? ProjectChangeKind.Stopped : ProjectChangeKind.Changed;

    /// <summary>Each value that differs, in words; none for an added project.</summary>
    public IReadOnlyList<TermsDifference> Fields { get; } = Before is null ? [] : TermsDifferences.Between(Before, After);

    public Vnd SupportChange => After.Support - (Before?.Support ?? Vnd.Zero);

    public Vnd TotalChange => After.Figures.Total - (Before?.Figures.Total ?? Vnd.Zero);

    /// <summary>The difference of each source that differs.</summary>
    public IEnumerable<FundingShare> BySource => After.Funding.Concat(Before?.Funding ?? []).Select(f => f.Source).Distinct().Order()
        .Select(s => new FundingShare(s, After.SupportFrom(s) - (Before?.SupportFrom(s) ?? Vnd.Zero))).Where(s => !s.Amount.IsZero);

    internal bool Says => Before is null || Stops || Fields.Count > 0;
}
