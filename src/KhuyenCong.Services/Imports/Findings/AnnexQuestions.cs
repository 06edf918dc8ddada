using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>Finds what a preview has to ask, and shows again what was answered, so that an answer can be changed.</summary>
internal static class AnnexQuestions
{
    private const int MostPlaces = 6;

    public static IReadOnlyList<AnnexQuestion> Of(AnnexPreview preview, AnnexReferences references, AnnexChoices choices) =>
        [.. Units(preview, choices), .. Categories(preview, references, choices), .. Areas(preview, references, choices)];

    private static IEnumerable<AnnexQuestion> Units(AnnexPreview preview, AnnexChoices choices)
    {
        var problem = preview.Faults.FirstOrDefault(f => f.Kind is AnnexProblemKind.UnitMissing or AnnexProblemKind.UnitAmbiguous);
        if (problem is null && choices.Unit is null) yield break;
        yield return new AnnexQuestion(
            AnnexQuestionKind.Unit, problem?.Cell is { } cell ? [cell] : [], problem?.Text,
            [.. Enum.GetValues<MoneyUnit>().OrderByDescending(u => u == MoneyUnit.Million).Select(u => new AnnexOption(u.ToString(), AnnexTexts.Label(u)))],
            choices.Unit is { } chosen ? [chosen.ToString()] : [])
        { Problem = problem };
    }

    private static IEnumerable<AnnexQuestion> Categories(AnnexPreview preview, AnnexReferences references, AnnexChoices choices)
    {
        foreach (var group in preview.Groups)
        {
            var problem = preview.Faults.FirstOrDefault(f => f.Kind == AnnexProblemKind.CategoryUnknown && f.Group == group.Index);
            var chosen = choices.Categories.GetValueOrDefault(group.Index);
            if (problem is null && chosen is null) continue;
            yield return new AnnexQuestion(
                AnnexQuestionKind.Category, (group.Cell ?? problem?.Cell) is { } cell ? [cell] : [], group.Title,
                [.. references.Categories.All.Select(c => new AnnexOption(AnnexAnswers.Key(group.Index, c.Code), $"{c.Code} – {c.Title}"))],
                problem is null ? [AnnexAnswers.Key(group.Index, chosen!)] : [])
            { Problem = problem };
        }
    }

    private static IEnumerable<AnnexQuestion> Areas(AnnexPreview preview, AnnexReferences references, AnnexChoices choices)
    {
        var faults = preview.Faults.Where(f => f.IsQuestion && f.Cell is not null)
            .Where(f => f.Kind is AnnexProblemKind.AreaMissing or AnnexProblemKind.AreaUnknown or AnnexProblemKind.AreaDoubtful)
            .ToDictionary(f => f.Cell!.Value);
        var cells = preview.Rows.Select(r => (Row: r, Cell: r.Cells.GetValueOrDefault(AnnexColumn.Area)))
            .Where(c => c.Cell is not null)
            .DistinctBy(c => c.Cell!.Address)
            .ToList();
        var asked = cells.Where(c => faults.ContainsKey(c.Cell!.Address) || choices.Areas.ContainsKey(c.Cell.Address))
            .Select(c => (object?)c.Cell!.Raw ?? c.Cell.Address)
            .ToHashSet();
        if (asked.Count == 0) yield break;

        var all = Options(references.Areas);
        foreach (var same in cells.GroupBy(c => (object?)c.Cell!.Raw ?? c.Cell.Address).Where(g => asked.Contains(g.Key)))
        {
            var first = same.First().Cell!;
            var problem = faults.GetValueOrDefault(first.Address);
            var chosen = problem is null && choices.Areas.TryGetValue(first.Address, out var choice) ? AnnexAnswers.Keys(first.Address, choice) : [];
            if (problem is null && chosen.Count == 0) continue;
            yield return new AnnexQuestion(
                AnnexQuestionKind.Area, [.. same.Select(c => c.Cell!.Address)], first.Raw,
                [
                    .. (problem?.Candidates ?? []).Select(u => new AnnexOption(AnnexAnswers.Key(first.Address, u.UnitId), AreaTexts.Of(u), AreaTexts.Likely)),
                    new AnnexOption(AnnexAnswers.WholeProvinceKey(first.Address), AreaTexts.WholeProvince),
                    .. all.Select(o => new AnnexOption(AnnexAnswers.Key(first.Address, o.UnitId), o.Label, o.Heading)),
                ],
                chosen,
                Math.Clamp(AreaText.Parts(first.Raw ?? string.Empty).Count, Math.Max(1, chosen.Count), MostPlaces))
            { Problem = problem };
        }
    }

    private static List<(int UnitId, string Label, string Heading)> Options(AreaResolver areas) =>
    [
        .. areas.Units.Where(u => u.Level != UnitLevel.Province)
            .OrderBy(u => u.Level)
            .ThenBy(u => u.Level == UnitLevel.District ? null : u.ParentName, StringComparer.Ordinal)
            .Select(u => (u.UnitId, AreaTexts.Of(u), u.Level == UnitLevel.District ? AreaTexts.Districts : AreaTexts.CommunesOf(u.ParentName))),
    ];
}
