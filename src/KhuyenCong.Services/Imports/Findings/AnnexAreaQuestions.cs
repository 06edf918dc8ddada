using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>Asks where a project is carried out, once for each distinct text.</summary>
internal static class AnnexAreaQuestions
{
    public static IEnumerable<AnnexQuestion> Of(AnnexPreview preview, AnnexChoices choices)
    {
        var faults = preview.Faults.Where(f => f.Cell is not null && f.Kind is AnnexProblemKind.AreaMissing or AnnexProblemKind.AreaUnknown or AnnexProblemKind.AreaDoubtful)
            .ToDictionary(f => f.Cell!.Value);

        // Blank cells are each a place of their own: nothing says that they mean the same.
        foreach (var same in AnnexPlaces.Of(preview).GroupBy(c => (object?)c.Raw ?? c.Address))
        {
            var problem = same.Select(c => faults.GetValueOrDefault(c.Address)).FirstOrDefault(f => f is not null);
            var first = problem is null ? same.FirstOrDefault(c => choices.Areas.ContainsKey(c.Address)) ?? same.First() : same.First(c => c.Address == problem.Cell);
            var choice = choices.Areas.GetValueOrDefault(first.Address);
            if (problem is null && choice is null) continue;
            yield return new AnnexQuestion(
                AnnexQuestionKind.Area, [.. same.Select(c => c.Address)], first.Raw,
                [.. (problem?.Candidates ?? []).Select(u => new AnnexOption(AreaTexts.Written(u), AreaTexts.Of(u)))],
                problem is null ? TextOf(choice!, preview, first.Address) : null)
            {
                Subject = AnnexAnswers.OfArea(first.Address), Problem = problem, Tried = problem is null ? null : choice?.Text,
                SameProblems = [.. same.Select(c => faults.GetValueOrDefault(c.Address)).OfType<AnnexProblem>().Where(f => f != problem)],
            };
        }
    }

    // What was chosen from a list is shown as one would type it.
    private static string TextOf(AreaChoice choice, AnnexPreview preview, CellAddress cell) => choice.Text ?? (choice.WholeProvince ? AreaTexts.WholeProvince
        : string.Join("; ", preview.Rows.First(r => AnnexPlaces.Of(r).Address == cell).Area.Units.Select(AreaTexts.Written)));
}
