using KhuyenCong.Domain;
using KhuyenCong.Services.Imports.Aliases;
using KhuyenCong.Services.Imports.Carrying;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Plans;

namespace KhuyenCong.Services.Imports;

/// <summary>An uploaded annex as understood.</summary>
/// <param name="DocumentId">The kept workbook.</param>
/// <param name="FileName">Its name on the uploader's machine.</param>
/// <param name="Plan">The plan to be made: what was asked for, completed by what the annex's heading states.</param>
/// <param name="Preview">The annex row by row, with its problems.</param>
/// <param name="Questions">What the preview asks, and what was already answered.</param>
/// <param name="Faults">Why no draft can be made of this annex whatever the tranche; empty when one can.</param>
/// <param name="Taken">The plan that already holds the tranche, when there is one.</param>
public sealed record AnnexImport(
    int DocumentId,
    string FileName,
    NewPlanRequest Plan,
    AnnexPreview Preview,
    IReadOnlyList<AnnexQuestion> Questions,
    IReadOnlyList<Refusal> Faults,
    TakenTranche? Taken)
{
    /// <summary>The unit, asked or known: it can always be changed.</summary>
    public required AnnexQuestion Unit { get; init; }

    /// <summary>Names of places to type from; empty where no place is asked.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Everything that was answered.</summary>
    public AnnexChoices Choices { get; init; } = AnnexChoices.None;

    /// <summary>What became of the answers of an earlier upload of this annex; null when there was none.</summary>
    public AnnexCarried? Carried { get; init; }

    /// <summary>The readings remembered by the office that count in it.</summary>
    public IReadOnlyList<AliasUse> Aliases { get; init; } = [];

    /// <summary>Them, as the form carries them: nothing else may count when the draft is made.</summary>
    public string AliasStamp => string.Join(',', Aliases.Select(u => u.Alias.Stamp).Distinct(StringComparer.Ordinal));
}
