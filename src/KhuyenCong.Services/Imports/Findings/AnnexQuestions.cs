using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>Finds what a preview has to ask, and shows again what was answered, so that an answer can be changed.</summary>
internal static class AnnexQuestions
{
    private const int MostPlaces = 6;

    public static IReadOnlyList<AnnexQuestion> Of(AnnexPreview preview, AnnexReferences references, AnnexChoices choices, AnnexQuestion unit) =>
        [.. Sheets(preview, choices), .. Texts(preview, choices), .. unit.IsOpen || unit.IsAnswered ? [unit] : Array.Empty<AnnexQuestion>(), .. Rows(preview, choices), .. Categories(preview, references, choices), .. Areas(preview, references, choices), .. Cells(preview, choices)];

    private static IEnumerable<AnnexQuestion> Sheets(AnnexPreview preview, AnnexChoices choices)
    {
        if (preview.Tables.Count < 2) yield break;
        yield return new AnnexQuestion(
            AnnexQuestionKind.Sheet, [], null, [.. preview.Tables.Select(t => new AnnexOption(t, t))], choices.Sheet is { } chosen && preview.Tables.Contains(chosen, StringComparer.Ordinal) ? [chosen] : [])
        { Subject = AnnexAnswers.Sheet, Problem = preview.Faults.FirstOrDefault(f => f.Kind == AnnexProblemKind.SheetUnclear) };
    }

    private static IEnumerable<AnnexQuestion> Texts(AnnexPreview preview, AnnexChoices choices)
    {
        var problem = preview.Faults.FirstOrDefault(f => f.Kind == AnnexProblemKind.OldText);
        if (problem is null && !choices.ConvertsTexts) yield break;
        yield return new AnnexQuestion(
            AnnexQuestionKind.Texts, problem?.Cell is { } cell ? [cell] : [], problem?.Text, [new AnnexOption(AnnexAnswers.ToUnicode, AnnexTexts.ConvertTexts)], choices.ConvertsTexts ? [AnnexAnswers.ToUnicode] : [])
        { Subject = AnnexAnswers.Texts, Problem = problem };
    }

    // The unit can always be changed: it is the one thing that makes every amount wrong at once.
    public static AnnexQuestion Unit(AnnexPreview preview, AnnexChoices choices)
    {
        var problem = preview.Faults.FirstOrDefault(f => f.Kind is AnnexProblemKind.UnitMissing or AnnexProblemKind.UnitAmbiguous);
        return new AnnexQuestion(
            AnnexQuestionKind.Unit, problem?.Cell is { } cell ? [cell] : [], problem?.Text,
            [.. Enum.GetValues<MoneyUnit>().OrderByDescending(u => u == MoneyUnit.Million).Select(u => new AnnexOption(u.ToString(), AnnexTexts.Label(u)))],
            (choices.Unit ?? preview.Unit) is { } chosen ? [chosen.ToString()] : [])
        { Subject = AnnexAnswers.Unit, Problem = problem, IsAnswered = choices.Unit is not null };
    }

    private static IEnumerable<AnnexQuestion> Rows(AnnexPreview preview, AnnexChoices choices)
    {
        var problems = preview.Faults.Where(f => f.Kind == AnnexProblemKind.RowNotUnderstood).ToDictionary(f => f.Cell!.Value.Row);
        foreach (var row in problems.Keys.Concat(choices.Rows.Keys).Distinct().Order())
        {
            var problem = problems.GetValueOrDefault(row);
            yield return new AnnexQuestion(
                AnnexQuestionKind.Row, [problem?.Cell ?? new CellAddress(row, 1)], problem?.Text, [.. AnnexAnswers.RowKinds.Select(k => new AnnexOption(k.ToString(), AnnexTexts.Label(k)))],
                choices.Rows.TryGetValue(row, out var kind) ? [kind.ToString()] : [])
            { Subject = AnnexAnswers.OfRow(row), Problem = problem };
        }
    }

    private static IEnumerable<AnnexQuestion> Categories(AnnexPreview preview, AnnexReferences references, AnnexChoices choices)
    {
        foreach (var group in preview.Groups)
        {
            var problem = preview.Faults.FirstOrDefault(f => f.Kind == AnnexProblemKind.CategoryUnknown && f.Group == group.Index);
            var cell = group.Cell ?? group.Rows[0].Cells[AnnexColumn.Name].Address;
            var chosen = choices.Categories.GetValueOrDefault(cell);
            if (problem is null && chosen is null) continue;
            yield return new AnnexQuestion(
                AnnexQuestionKind.Category, [cell], group.Title, [.. references.Categories.All.Select(c => new AnnexOption(c.Code, $"{c.Code} – {c.Title}"))], problem is null ? [chosen!] : [])
            { Subject = AnnexAnswers.OfCategory(cell), Problem = problem };
        }
    }

    private static IEnumerable<AnnexQuestion> Areas(AnnexPreview preview, AnnexReferences references, AnnexChoices choices)
    {
        var faults = preview.Faults.Where(f => f.Cell is not null && f.Kind is AnnexProblemKind.AreaMissing or AnnexProblemKind.AreaUnknown or AnnexProblemKind.AreaDoubtful)
            .ToDictionary(f => f.Cell!.Value);
        var cells = preview.Rows.Select(r => (Row: r, Cell: r.Cells.GetValueOrDefault(AnnexColumn.Area) ?? r.Cells[AnnexColumn.Name] with { Raw = null }))
            .DistinctBy(c => c.Cell.Address)
            .ToList();
        var asked = cells.Where(c => faults.ContainsKey(c.Cell.Address) || choices.Areas.ContainsKey(c.Cell.Address))
            .Select(c => (object?)c.Cell.Raw ?? c.Cell.Address)
            .ToHashSet();
        if (asked.Count == 0) yield break;

        var all = Options(references.Areas);
        foreach (var same in cells.GroupBy(c => (object?)c.Cell.Raw ?? c.Cell.Address).Where(g => asked.Contains(g.Key)))
        {
            var first = same.First().Cell;
            var problem = faults.GetValueOrDefault(first.Address);
            var chosen = problem is null && choices.Areas.TryGetValue(first.Address, out var choice) ? AnnexAnswers.Values(choice) : [];
            if (problem is null && chosen.Count == 0) continue;
            yield return new AnnexQuestion(
                AnnexQuestionKind.Area, [.. same.Select(c => c.Cell.Address)], first.Raw,
                [
                    .. (problem?.Candidates ?? []).Select(u => new AnnexOption(Id(u.UnitId), AreaTexts.Of(u), AreaTexts.Likely)),
                    new AnnexOption(AnnexAnswers.WholeProvince, AreaTexts.WholeProvince),
                    .. all.Select(o => new AnnexOption(Id(o.UnitId), o.Label, o.Heading)),
                ],
                chosen,
                Math.Clamp(AreaText.Parts(first.Raw ?? string.Empty).Count, Math.Max(1, chosen.Count), MostPlaces))
            { Subject = AnnexAnswers.OfArea(first.Address), Problem = problem };
        }
    }

    // What stands in one cell can be typed anew.
    private static IEnumerable<AnnexQuestion> Cells(AnnexPreview preview, AnnexChoices choices)
    {
        var faults = preview.Faults.Where(f => f is { IsTypedAnew: true, Cell: not null }).DistinctBy(f => f.Cell).ToDictionary(f => f.Cell!.Value);
        foreach (var cell in faults.Keys.Concat(choices.Typed.Keys).Distinct().Order())
        {
            var typed = choices.Typed.GetValueOrDefault(cell);
            yield return new AnnexQuestion(AnnexQuestionKind.Cell, [cell], faults.GetValueOrDefault(cell)?.Text, [], typed is null ? [] : [typed])
            {
                Subject = AnnexAnswers.OfCell(cell), Problem = faults.GetValueOrDefault(cell), InFile = typed is null ? null : preview.InFileOf(cell),
            };
        }
    }

    private static string Id(int unit) => unit.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static List<(int UnitId, string Label, string Heading)> Options(AreaResolver areas) =>
    [
        .. areas.Units.Where(u => u.Level != UnitLevel.Province)
            .OrderBy(u => u.Level)
            .ThenBy(u => u.Level == UnitLevel.District ? null : u.ParentName, StringComparer.Ordinal)
            .Select(u => (u.UnitId, AreaTexts.Of(u), u.Level == UnitLevel.District ? AreaTexts.Districts : AreaTexts.CommunesOf(u.ParentName))),
    ];
}
