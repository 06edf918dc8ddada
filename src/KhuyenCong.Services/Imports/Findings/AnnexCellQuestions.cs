using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Periods;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>Asks for what stands in a cell to be typed anew, with the readings that it may have to choose from.</summary>
internal static class AnnexCellQuestions
{
    public static IEnumerable<AnnexQuestion> Of(AnnexPreview preview, AnnexChoices choices)
    {
        var faults = preview.Faults.Where(f => f is { IsTypedAnew: true, Cell: not null }).DistinctBy(f => f.Cell).ToList();

        // What was typed and is still wrong is asked again, with what was typed.
        foreach (var same in faults.GroupBy(KeyOf))
        {
            var problems = same.ToList();
            var cell = problems[0].Cell!.Value;
            yield return new AnnexQuestion(AnnexQuestionKind.Cell, [.. problems.Select(p => p.Cell!.Value)], problems[0].Text, Readings(problems[0], preview), null)
            {
                Subject = AnnexAnswers.OfCell(cell), Problem = problems[0], SameProblems = problems[1..], Alike = [.. problems.Skip(1).Select(p => AnnexAnswers.OfCell(p.Cell!.Value))],
                IsAlikeMeant = problems[0].MeansTheSame, Tried = choices.Typed.GetValueOrDefault(cell), InFile = choices.Typed.ContainsKey(cell) ? preview.InFileOf(cell) : null,
            };
        }

        var open = faults.Select(f => f.Cell!.Value).ToHashSet();
        foreach (var same in choices.Typed.Where(t => !open.Contains(t.Key)).GroupBy(t => (t.Key.Column, t.Value, preview.InFileOf(t.Key))))
        {
            var cells = same.Select(t => t.Key).Order().ToList();
            yield return new AnnexQuestion(AnnexQuestionKind.Cell, cells, null, [], same.Key.Value)
            {
                Subject = AnnexAnswers.OfCell(cells[0]), Alike = [.. cells.Skip(1).Select(AnnexAnswers.OfCell)], IsAlikeMeant = true, InFile = same.Key.Item3,
                IsWithoutEffect = cells.TrueForAll(c => !preview.Columns.Select(f => f.Header).Concat(preview.Years.Select(y => y.Header)).Any(h => h.Column == c.Column)),
            };
        }
    }

    private static object KeyOf(AnnexProblem problem) =>
        problem.Stated is not null || problem.Computed is not null || problem.Kind is AnnexProblemKind.RowTotalDiffers or AnnexProblemKind.TextTooLong ? problem.Cell! : (problem.Kind, problem.Cell!.Value.Column, problem.Text);

    private static IReadOnlyList<AnnexOption> Readings(AnnexProblem problem, AnnexPreview preview) => problem switch
    {
        // While it is not certain which columns make the sum, it proposes nothing.
        { Kind: AnnexProblemKind.RowTotalDiffers, Computed: { } computed } when !preview.Faults.Any(f => f.Kind is AnnexProblemKind.ColumnTwice or AnnexProblemKind.SupportColumnMissing) => [InDong(computed)],
        { Kind: AnnexProblemKind.AmountAmbiguous, Cell: { } cell } when preview.Units.Of(cell.Column) is { } unit => [.. AnnexAmount.Readings(problem.Text, unit).Select(InDong)],
        { Kind: AnnexProblemKind.PeriodAutoDate, Either: { } either } => [.. new[] { either.Months, new AnnexMonths(either.Day, either.Day) }.OfType<AnnexMonths>().Select(Months)],
        _ => [],
    };

    private static AnnexOption InDong(Vnd amount) => new(VndFormat.Dong(amount) + " đồng", VndFormat.Dong(amount) + " đồng");

    private static AnnexOption Months(AnnexMonths months)
    {
        var text = ViDates.Month(months.Start) == ViDates.Month(months.End) ? ViDates.Month(months.Start) : $"{ViDates.Month(months.Start)} - {ViDates.Month(months.End)}";
        return new AnnexOption(text, text);
    }
}
