using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>
/// Something the annex leaves open, answered by choosing or typing in the preview; asked once for all cells with the same text.
/// </summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Cells">The cells it concerns, the first of them names the answer; empty when it concerns the whole table.</param>
/// <param name="Written">What stands there; null for nothing.</param>
/// <param name="Options">What may be chosen, the likely ones first; beside a typed answer only the likely ones.</param>
/// <param name="Chosen">The answer as chosen or typed so far; null while open.</param>
public sealed record AnnexQuestion(AnnexQuestionKind Kind, IReadOnlyList<CellAddress> Cells, string? Written, IReadOnlyList<AnnexOption> Options, string? Chosen)
{
    /// <summary>By which the answer is kept.</summary>
    public required string Subject { get; init; }

    /// <summary>Where else the same stands and is asked; one answer may be given to all.</summary>
    public IReadOnlyList<string> Alike { get; init; } = [];

    /// <summary>The same text means the same everywhere; of blank cells and of errors that is for a person to say.</summary>
    public bool IsAlikeMeant { get; init; }

    /// <summary>What was typed and is still not understood.</summary>
    public string? Tried { get; init; }

    /// <summary>Taken when a person accepts what is proposed; its words stand in the option's heading.</summary>
    public AnnexOption? Proposed { get; init; }

    /// <summary>What was typed stands in no column that is read.</summary>
    public bool IsWithoutEffect { get; init; }

    /// <summary>Asks about one project, not a group of them.</summary>
    public bool IsProject { get; init; }

    public bool IsOpen => Chosen is null;

    /// <summary>A person answered it; what the file states itself is chosen without that.</summary>
    public bool IsAnswered { get; init; } = Chosen is not null;

    /// <summary>Answered by what the office remembers, which this person may answer otherwise for this upload.</summary>
    public bool IsFromAlias { get; init; }

    /// <summary>True when its answer can be remembered: it is about a text, not about this file alone.</summary>
    public bool MayBeRemembered => !IsFromAlias && Kind switch
    {
        AnnexQuestionKind.Category => Written is not null && !IsProject,
        AnnexQuestionKind.Area or AnnexQuestionKind.Column => Written is not null,
        AnnexQuestionKind.Unit or AnnexQuestionKind.Row => Problem?.Text is not null,
        AnnexQuestionKind.Sheet or AnnexQuestionKind.Texts or AnnexQuestionKind.Cell => false,
    };

    /// <summary>What the file has where something else was typed; empty for a blank cell.</summary>
    public string? InFile { get; init; }

    /// <summary>The problem that this question would remove.</summary>
    public AnnexProblem? Problem { get; init; }

    /// <summary>The same problem in the cells alike, listed together with it.</summary>
    public IReadOnlyList<AnnexProblem> SameProblems { get; init; } = [];
}
