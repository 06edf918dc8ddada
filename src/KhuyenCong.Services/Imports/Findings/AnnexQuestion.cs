using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>
/// Something the annex leaves open, answered by choosing in the preview; asked once for all cells with the same text.
/// </summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Cells">The cells it concerns, the first of them names the answer; empty when it concerns the whole table.</param>
/// <param name="Written">What stands there; null for nothing.</param>
/// <param name="Options">Everything that may be chosen, the likely ones first.</param>
/// <param name="Chosen">The keys chosen so far; empty while open.</param>
/// <param name="Places">How many may be chosen together.</param>
public sealed record AnnexQuestion(
    AnnexQuestionKind Kind,
    IReadOnlyList<CellAddress> Cells,
    string? Written,
    IReadOnlyList<AnnexOption> Options,
    IReadOnlyList<string> Chosen,
    int Places = 1)
{
    /// <summary>By which the answer is kept.</summary>
    public required string Subject { get; init; }

    public bool IsOpen => Chosen.Count == 0;

    /// <summary>A person answered it; what the file states itself is chosen without that.</summary>
    public bool IsAnswered { get; init; } = Chosen.Count > 0;

    /// <summary>What the file has where something else was typed; empty for a blank cell.</summary>
    public string? InFile { get; init; }

    /// <summary>The problem that this question would remove.</summary>
    public AnnexProblem? Problem { get; init; }
}
