using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>Finds what a preview has to ask, and shows again what was answered, so that an answer can be changed.</summary>
internal static class AnnexQuestions
{
    public static IReadOnlyList<AnnexQuestion> Of(AnnexPreview preview, AnnexReferences references, AnnexChoices choices, AnnexQuestion unit) =>
    [
        .. Sheets(preview, choices), .. Texts(preview, choices), .. unit.IsOpen || unit.IsAnswered ? [unit] : Array.Empty<AnnexQuestion>(), .. Columns(preview, choices), .. Rows(preview, choices),
        .. AnnexCategoryQuestions.Of(preview, references.Categories, choices), .. AnnexAreaQuestions.Of(preview, choices), .. AnnexCellQuestions.Of(preview, choices),
    ];

    private static IEnumerable<AnnexQuestion> Sheets(AnnexPreview preview, AnnexChoices choices)
    {
        if (preview.Tables.Count < 2) yield break;
        yield return new AnnexQuestion(
            AnnexQuestionKind.Sheet, [], null, [.. preview.Tables.Select(t => new AnnexOption(t, t))], choices.Sheet is { } chosen && preview.Tables.Contains(chosen, StringComparer.Ordinal) ? chosen : null)
        { Subject = AnnexAnswers.Sheet, Problem = preview.Faults.FirstOrDefault(f => f.Kind == AnnexProblemKind.SheetUnclear) };
    }

    private static IEnumerable<AnnexQuestion> Texts(AnnexPreview preview, AnnexChoices choices)
    {
        var problem = preview.Faults.FirstOrDefault(f => f.Kind == AnnexProblemKind.OldText);
        if (problem is null && !choices.ConvertsTexts) yield break;
        yield return new AnnexQuestion(
            AnnexQuestionKind.Texts, problem?.Cell is { } cell ? [cell] : [], problem?.Text, [new AnnexOption(AnnexAnswers.ToUnicode, AnnexTexts.ConvertTexts)], choices.ConvertsTexts ? AnnexAnswers.ToUnicode : null)
        { Subject = AnnexAnswers.Texts, Problem = problem };
    }

    // The unit can always be changed: it is the one thing that makes every amount wrong at once.
    public static AnnexQuestion Unit(AnnexPreview preview, AnnexChoices choices)
    {
        var problem = preview.Faults.FirstOrDefault(f => f.Kind is AnnexProblemKind.UnitMissing or AnnexProblemKind.UnitAmbiguous);
        return new AnnexQuestion(
            AnnexQuestionKind.Unit, problem?.Cell is { } cell ? [cell] : [], problem?.Text,
            [.. Enum.GetValues<MoneyUnit>().OrderByDescending(u => u == MoneyUnit.Million).Select(u => new AnnexOption(u.ToString(), AnnexTexts.Label(u)))],
            (choices.Unit ?? preview.Unit)?.ToString())
        { Subject = AnnexAnswers.Unit, Problem = problem, IsAnswered = choices.Unit is not null };
    }

    private static IEnumerable<AnnexQuestion> Columns(AnnexPreview preview, AnnexChoices choices)
    {
        AnnexOption[] meanings = [.. Enum.GetValues<AnnexColumn>().Select(c => new AnnexOption(c.ToString(), AnnexTexts.Label(c)))];
        var none = new AnnexOption(AnnexAnswers.NoColumn, AnnexTexts.NoColumn);
        foreach (var twice in preview.Faults.Where(f => f is { Kind: AnnexProblemKind.ColumnTwice, Cell: not null }))
        {
            yield return new AnnexQuestion(AnnexQuestionKind.Column, [twice.Cell!.Value], twice.Text, [.. meanings.Where(m => m.Key != twice.Column?.ToString()), none], null)
            { Subject = AnnexAnswers.OfColumn(twice.Cell.Value.Column), Problem = twice };
        }

        AnnexOption[] years = [.. choices.Years.Values.Distinct().Order().Select(y => new AnnexOption(AnnexAnswers.OfYear(y), AnnexTexts.SupportOf(y)))];
        var headers = preview.Columns.Select(c => (c.Header, (string?)c.Label)).Concat(preview.Account.Columns.Select(c => (c.Header, c.Label))).ToList();
        foreach (var (column, meaning) in choices.Columns.Select(c => (c.Key, c.Value?.ToString() ?? AnnexAnswers.NoColumn)).Concat(choices.Years.Select(y => (y.Key, AnnexAnswers.OfYear(y.Value)))).OrderBy(c => c.Key))
        {
            var (header, label) = headers.Where(h => h.Header.Column == column).FirstOrDefault((new CellAddress(preview.Header.Row, column), null));
            yield return new AnnexQuestion(AnnexQuestionKind.Column, [header], label, [.. meanings, .. years, none], meaning) { Subject = AnnexAnswers.OfColumn(column) };
        }
    }

    private static IEnumerable<AnnexQuestion> Rows(AnnexPreview preview, AnnexChoices choices)
    {
        AnnexOption[] kinds = [.. AnnexAnswers.RowKinds.Select(k => new AnnexOption(k.ToString(), AnnexTexts.Label(k)))];
        foreach (var same in preview.Faults.Where(f => f.Kind == AnnexProblemKind.RowNotUnderstood).GroupBy(f => f.Text, StringComparer.Ordinal))
        {
            var problems = same.ToList();
            yield return new AnnexQuestion(AnnexQuestionKind.Row, [.. problems.Select(p => p.Cell!.Value)], same.Key, kinds, null)
            {
                Subject = AnnexAnswers.OfRow(problems[0].Cell!.Value.Row), Problem = problems[0], SameProblems = problems[1..],
                Alike = [.. problems.Skip(1).Select(p => AnnexAnswers.OfRow(p.Cell!.Value.Row))], IsAlikeMeant = true,
            };
        }

        foreach (var same in choices.Rows.GroupBy(r => r.Value))
        {
            var rows = same.Select(r => r.Key).Order().ToList();
            yield return new AnnexQuestion(AnnexQuestionKind.Row, [.. rows.Select(r => new CellAddress(r, 1))], null, kinds, same.Key.ToString())
            { Subject = AnnexAnswers.OfRow(rows[0]), Alike = [.. rows.Skip(1).Select(AnnexAnswers.OfRow)], IsAlikeMeant = true };
        }
    }
}
