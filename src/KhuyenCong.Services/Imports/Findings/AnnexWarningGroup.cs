namespace KhuyenCong.Services.Imports.Findings;

/// <summary>The warnings of one kind, which are accepted together.</summary>
public sealed record AnnexWarningGroup(AnnexProblemKind Kind, IReadOnlyList<AnnexProblem> Problems)
{
    /// <summary>By which its reason is kept.</summary>
    public string Subject => AnnexAnswers.OfReason(Kind);

    /// <summary>
    /// It only tells how something was read, and nothing is lost or worth money if it was read otherwise: having seen it is enough.
    /// </summary>
    public bool IsOnlySeen => Kind is AnnexProblemKind.PartsKept or AnnexProblemKind.AmountShownRounded or AnnexProblemKind.PeriodYearAssumed;

    /// <summary>In the order in which each kind is met first.</summary>
    public static IReadOnlyList<AnnexWarningGroup> Of(AnnexPreview preview)
    {
        ArgumentNullException.ThrowIfNull(preview);
        return [.. preview.Warnings.GroupBy(w => w.Kind).Select(g => new AnnexWarningGroup(g.Key, [.. g]))];
    }
}
