using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Imports.Notes;

/// <summary>A finding as it is written into a workbook.</summary>
/// <param name="Cell">Where it stands; null for the whole table.</param>
/// <param name="Kind">"Lỗi", "Cảnh báo" …</param>
/// <param name="Sentence">What is wrong, as the preview says it.</param>
internal sealed record AnnexNote(CellAddress? Cell, string Kind, string Sentence)
{
    /// <summary>Every finding of a preview: faults first.</summary>
    public static IReadOnlyList<AnnexNote> Of(AnnexPreview preview) =>
    [
        .. preview.Faults.Select(f => Of(f, AnnexNoteTexts.Fault)),
        .. preview.Consequences.Select(f => Of(f, AnnexNoteTexts.Consequence)),
        .. preview.Warnings.Select(f => Of(f, AnnexNoteTexts.Warning)),
    ];

    private static AnnexNote Of(AnnexProblem problem, string kind) => new(problem.Cell, kind, AnnexTexts.Sentence(problem));
}
