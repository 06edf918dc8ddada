using KhuyenCong.Services.Imports.Categories;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>Asks what a group is about; of projects without a group each, with what its name proposes.</summary>
internal static class AnnexCategoryQuestions
{
    public static IEnumerable<AnnexQuestion> Of(AnnexPreview preview, CategoryMatcher categories, AnnexChoices choices)
    {
        AnnexOption[] options = [.. categories.All.Select(c => new AnnexOption(c.Code, $"{c.Code} – {c.Title}"))];
        var questions = preview.Groups.SelectMany(g => g.Cell is { } cell ? OfGroup(preview, g, cell, options, choices) : OfRows(preview, g, categories, options, choices)).ToList();
        if (preview.Groups.Any(g => g.Cell is null) && choices.RestCategory is { } rest)
        {
            questions.Add(new AnnexQuestion(AnnexQuestionKind.Category, [], null, options, rest) { Subject = AnnexAnswers.RestCategory });
        }

        return questions;
    }

    private static IEnumerable<AnnexQuestion> OfGroup(AnnexPreview preview, AnnexGroup group, CellAddress cell, AnnexOption[] options, AnnexChoices choices)
    {
        var problem = preview.Faults.FirstOrDefault(f => f.Kind == AnnexProblemKind.CategoryUnknown && f.Group == group.Index);
        var chosen = choices.Categories.GetValueOrDefault(cell);
        if (problem is null && chosen is null) yield break;
        yield return new AnnexQuestion(AnnexQuestionKind.Category, [cell], group.Title, options, problem is null ? chosen : null) { Subject = AnnexAnswers.OfCategory(cell), Problem = problem };
    }

    private static IEnumerable<AnnexQuestion> OfRows(AnnexPreview preview, AnnexGroup group, CategoryMatcher categories, AnnexOption[] options, AnnexChoices choices)
    {
        var problem = preview.Faults.FirstOrDefault(f => f.Kind == AnnexProblemKind.CategoryPerRow);
        foreach (var row in group.Rows)
        {
            var cell = row.Cells[AnnexColumn.Name].Address;
            if (row.Category is not null && !choices.Categories.ContainsKey(cell)) continue;
            var proposal = row.Category is null ? categories.Propose(row.Name) is [var first, ..] ? first : null : null;
            yield return new AnnexQuestion(AnnexQuestionKind.Category, [cell], row.Name, options, row.Category)
            {
                Subject = AnnexAnswers.OfCategory(cell), IsProject = true, Problem = row.Category is null ? problem : null,
                Proposed = proposal is null ? null : new AnnexOption(proposal.Code, options.First(o => o.Key == proposal.Code).Label, proposal.Because),
            };
        }
    }
}
