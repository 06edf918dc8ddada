using KhuyenCong.Domain.Documents;
using KhuyenCong.Services.Imports.Carrying;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>The texts of an annex that its answers are about, as they can be remembered.</summary>
internal sealed class AnsweredTexts
{
    private readonly AnnexSheetText? _sheet;
    private readonly AnnexPreview? _preview;

    private AnsweredTexts(AnnexSheetText? sheet, AnnexPreview? preview) => (_sheet, _preview) = (sheet, preview);

    public static AnsweredTexts Of(WorkbookContent workbook, AnnexReferences references, IEnumerable<AnnexAnswer> answers)
    {
        var choices = AnnexAnswers.Read(answers.Select(a => new KeyValuePair<string, string>(a.Subject, a.Value)));
        return new AnsweredTexts(AnnexSheetText.Of(workbook, choices.Sheet), AnnexReader.Read(workbook, references, choices).Preview);
    }

    /// <summary>What kind of text was answered, and the text; null for what is about this file alone, or about a blank cell.</summary>
    public (AnnexAliasKind Kind, string Text)? Of(AnnexAnswer answer)
    {
        if (_sheet is null || _preview is null) return null;
        var one = AnnexAnswers.Read([new(answer.Subject, answer.Value)]);
        if (one.Unit is not null) return With(AnnexAliasKind.Unit, _sheet.UnclearUnit());
        if (one.Columns.Count > 0) return With(AnnexAliasKind.Column, _sheet.HeadingOf(one.Columns.Keys.Single()));
        if (one.Rows.Count > 0) return With(AnnexAliasKind.Row, _sheet.WordsOf(one.Rows.Keys.Single()));
        if (one.Categories.Count > 0) return With(AnnexAliasKind.Category, _preview.Groups.FirstOrDefault(g => g.Cell == one.Categories.Keys.Single())?.Title);
        return one.Areas.Count > 0 ? With(AnnexAliasKind.Place, AnnexPlaces.Of(_preview).Find(p => p.Address == one.Areas.Keys.Single())?.Raw) : null;
    }

    /// <summary>The answer as it is remembered: a place by its units, which are valid from one day to another; null for one that is not understood.</summary>
    public string? ValueOf(AnnexAnswer answer)
    {
        if (AnnexAnswers.Read([new(answer.Subject, answer.Value)]).Areas.Keys.Select(c => (CellAddress?)c).FirstOrDefault() is not { } cell) return answer.Value;
        return _preview!.Rows.FirstOrDefault(r => AnnexPlaces.Of(r).Address == cell)?.Area is { IsUnderstood: true } area ? AliasPlaces.ValueOf(area, answer.Value) : null;
    }

    private static (AnnexAliasKind Kind, string Text)? With(AnnexAliasKind kind, string? text) => text is null ? null : (kind, text);
}
