using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Aliases;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Carrying;

/// <summary>
/// Moves the answers of an upload to the mended file, by content and not by address: what cannot be found there for certain is
/// lost, and named.
/// </summary>
public sealed class AnnexCarrying
{
    private readonly List<(AnnexAnswer Answer, string Subject)> _kept = [];
    private readonly List<(AnnexAnswer Answer, LostReason Why)> _lost = [];
    private readonly AnnexSheetText _before, _now;
    private readonly AnnexMatching _matching;

    private AnnexCarrying(AnnexSheetText before, AnnexSheetText now)
    {
        (_before, _now) = (before, now);
        _matching = new AnnexMatching(before, now);
    }

    /// <summary>The annex of one file stands, mended or not, in the other.</summary>
    /// <param name="before">The earlier file.</param>
    /// <param name="now">The new one.</param>
    /// <param name="sheet">The sheet that was chosen; null for none.</param>
    public static bool IsSameAnnex(WorkbookContent before, WorkbookContent now, string? sheet) =>
        AnnexSheetText.Of(before, sheet) is { } old && AnnexSheetText.Of(now, sheet) is { } table && AnnexMatching.IsSameAnnex(old, table);

    /// <param name="answers">Those of the earlier upload, in their order.</param>
    /// <param name="before">Its file.</param>
    /// <param name="now">The new file, of the same annex.</param>
    /// <param name="references">Against which both are understood.</param>
    public static CarriedAnswers Carry(IReadOnlyList<AnnexAnswer> answers, WorkbookContent before, WorkbookContent now, AnnexReferences references)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var old = AnnexAnswers.Read(Pairs(answers));
        if (AnnexSheetText.Of(before, old.Sheet) is not { } earlier || AnnexSheetText.Of(now, old.Sheet) is not { } later) return AllLost(answers, LostReason.Gone);
        var carrying = new AnnexCarrying(earlier, later);
        var waiting = answers.Where(a => !carrying.TakeFromSheet(a)).ToList();

        // Groups and places are those of the table as it is read with what was said about its rows and columns.
        var oldPreview = AnnexReader.Read(before, references, old).Preview;
        var preview = AnnexReader.Read(now, references, carrying.Choices with { Sheet = old.Sheet }).Preview;
        if (oldPreview is null || preview is null) return AllLost(answers, LostReason.Gone);
        carrying.TakeSheetAndTexts(answers, preview, before, now);
        foreach (var answer in waiting.Where(a => a.Subject is not (AnnexAnswers.Sheet or AnnexAnswers.Texts))) carrying.TakeFromTable(answer, oldPreview, preview);

        // An answer is about the cells of one sheet: where that is open, or becomes another by what was kept, none of them is certain.
        if (preview.Tables.Count > 1 && carrying.Choices.Sheet is null) return AllLost(answers, LostReason.SheetUnclear);
        if (AnnexReader.TableOf(now, carrying.Choices)?.Grid.Sheet.Name != later.Sheet) return AllLost(answers, LostReason.SheetUnclear);
        return new CarriedAnswers(carrying._kept, carrying._lost);
    }

    private AnnexChoices Choices => AnnexAnswers.Read(_kept.Select(k => new KeyValuePair<string, string>(k.Subject, k.Answer.Value)));

    private static IEnumerable<KeyValuePair<string, string>> Pairs(IEnumerable<AnnexAnswer> answers) => answers.Select(a => new KeyValuePair<string, string>(a.Subject, a.Value));

    private static CarriedAnswers AllLost(IEnumerable<AnnexAnswer> answers, LostReason why) => new([], [.. answers.Select(a => (a, why))]);

    private bool TakeFromSheet(AnnexAnswer answer)
    {
        var one = AnnexAnswers.Read(Pairs([answer]));
        if (one.Columns.Keys.Concat(one.Years.Keys).Select(c => (int?)c).FirstOrDefault() is { } named) Take(answer, _matching.ColumnOf(named) is { } column ? AnnexAnswers.OfColumn(column) : null);
        else if (one.Rows.Count > 0) Take(answer, _matching.RowByTexts(one.Rows.Keys.Single()) is { } row ? AnnexAnswers.OfRow(row) : null);
        else if (one.Typed.Count > 0) TakeCell(answer, _matching.CellOf(one.Typed.Keys.Single()));
        else if (one.Standing.Count > 0) Take(answer, _matching.CellOf(one.Standing.Keys.Single()).Cell is { } sum ? AnnexAnswers.OfStanding(sum) : null);
        else if (one.Unit is not null) Take(answer, _before.Units() == _now.Units() ? AnnexAnswers.Unit : null, LostReason.Changed);
        else return false;
        return true;
    }

    private void TakeCell(AnnexAnswer answer, (CellAddress? Cell, LostReason Why) found) => Take(answer, found.Cell is { } cell ? AnnexAnswers.OfCell(cell) : null, found.Why);

    // The sheet is asked where several hold a table; the conversion was confirmed for the texts that were shown.
    private void TakeSheetAndTexts(IEnumerable<AnnexAnswer> answers, AnnexPreview preview, WorkbookContent before, WorkbookContent now)
    {
        foreach (var answer in answers)
        {
            if (answer.Subject == AnnexAnswers.Sheet) Take(answer, preview.Tables.Count > 1 && preview.Tables.Contains(answer.Value, StringComparer.Ordinal) ? AnnexAnswers.Sheet : null, LostReason.NotAsked);
            if (answer.Subject != AnnexAnswers.Texts) continue;
            var (shown, converted) = (Converted(before, _before.Sheet), Converted(now, _now.Sheet));
            Take(answer, converted.Count > 0 && converted.IsSubsetOf(shown) ? AnnexAnswers.Texts : null, converted.Count > 0 ? LostReason.Changed : LostReason.NotAsked);
        }
    }

    private static HashSet<string> Converted(WorkbookContent workbook, string sheet) =>
        OldTexts.Of(workbook.Sheets.First(s => s.Name == sheet)).Converted.Select(c => c.InFile!).ToHashSet(StringComparer.Ordinal);

    private void TakeFromTable(AnnexAnswer answer, AnnexPreview before, AnnexPreview now)
    {
        var one = AnnexAnswers.Read(Pairs([answer]));
        if (one.Categories.Count > 0) TakeGroup(answer, one.Categories.Keys.Single(), before, now);
        else if (one.RestCategory is not null) TakeRest(answer, before, now);
        else if (one.Reasons.Count > 0) TakeReason(answer, one.Reasons.Keys.Single(), before, now);
        else if (one.Areas.Count > 0) TakePlace(answer, one.Areas.Keys.Single(), AnnexPlaces.Of(before), AnnexPlaces.Of(now));
        else _lost.Add((answer, LostReason.NotAsked));
    }

    private void TakeGroup(AnnexAnswer answer, CellAddress cell, AnnexPreview before, AnnexPreview now)
    {
        if (before.Groups.FirstOrDefault(g => g.Cell == cell)?.Title is { } title)
        {
            List<AnnexGroup> Titled(AnnexPreview preview) => [.. preview.Groups.Where(g => g.Cell is not null && AliasKey.Of(g.Title) == AliasKey.Of(title))];
            Take(answer, Titled(before).Count == 1 && Titled(now) is [{ Cell: { } same }] ? AnnexAnswers.OfCategory(same) : null);
        }
        else
        {
            // Without a group each project is answered at its name.
            var isAlone = ProjectsAlone(before).Exists(p => p.Address == cell);
            Take(answer, isAlone && _matching.CellOf(cell).Cell is { } found && ProjectsAlone(now).Exists(p => p.Address == found) ? AnnexAnswers.OfCategory(found) : null);
        }
    }

    // The answer for all the rest speaks of the projects that stood there; others have not been seen.
    private void TakeRest(AnnexAnswer answer, AnnexPreview before, AnnexPreview now)
    {
        static List<string> Names(AnnexPreview preview) => ProjectsAlone(preview).ConvertAll(p => AliasKey.Of(p.Raw));
        Take(answer, Names(now) is { Count: > 0 } names && names.TrueForAll(Names(before).Contains) ? AnnexAnswers.RestCategory : null, LostReason.Changed);
    }

    // A reason speaks of the warnings that were shown with it; others of its kind have not been seen.
    private void TakeReason(AnnexAnswer answer, AnnexProblemKind kind, AnnexPreview before, AnnexPreview now)
    {
        List<(AnnexColumn?, string?, string?, Vnd?, Vnd?)> Told(AnnexPreview preview) => [.. preview.Warnings.Where(w => w.Kind == kind).Select(w => (w.Column, w.Text, w.Expected, w.Stated, w.Computed))];
        var (seen, told) = (Told(before), Told(now));
        Take(answer, told.Count > 0 && told.TrueForAll(seen.Contains) ? answer.Subject : null, told.Count > 0 ? LostReason.Changed : LostReason.NotAsked);
    }

    private static List<AnnexRawCell> ProjectsAlone(AnnexPreview preview) => [.. preview.Groups.Where(g => g.Cell is null).SelectMany(g => g.Rows).Select(r => r.Cells[AnnexColumn.Name])];

    // The first place of a text answers for all of its text; a blank one is told by its row.
    private void TakePlace(AnnexAnswer answer, CellAddress cell, List<AnnexRawCell> before, List<AnnexRawCell> now)
    {
        if (before.Find(p => p.Address == cell) is not { } place) Take(answer, null);
        else if (place.Raw is { } text) Take(answer, now.Find(p => p.Raw == text) is { } same ? AnnexAnswers.OfArea(same.Address) : null, LostReason.Changed);
        else Take(answer, _matching.CellOf(cell).Cell is { } found && now.Exists(p => p.Address == found && p.Raw is null) ? AnnexAnswers.OfArea(found) : null);
    }

    // Two answers to one question: the first stands, as it does in the earlier file.
    private void Take(AnnexAnswer answer, string? subject, LostReason why = LostReason.Gone)
    {
        if (subject is null) _lost.Add((answer, why));
        else if (_kept.Find(k => k.Subject == subject).Answer is not { } other) _kept.Add((answer, subject));
        else if (other.Value != answer.Value) _lost.Add((answer, LostReason.Gone));
    }
}
