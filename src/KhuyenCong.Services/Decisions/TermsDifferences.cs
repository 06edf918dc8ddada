using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Vi;
using static System.FormattableString;

namespace KhuyenCong.Services.Decisions;

/// <summary>Puts two states of a project's terms side by side.</summary>
internal static class TermsDifferences
{
    private const string None = "–";

    public static IReadOnlyList<TermsDifference> Between(DecidedTerms before, DecidedTerms after) =>
        [.. Words(before, after).Where(d => d.Before != d.After), .. Support(before, after), .. OwnMoney(before, after)];

    private static IEnumerable<TermsDifference> Words(DecidedTerms before, DecidedTerms after)
    {
        yield return Word(Label(nameof(ProjectTerms.Name)), before.Name, after.Name);
        yield return Word(Label(nameof(ProjectTerms.BeneficiaryText)), before.BeneficiaryText, after.BeneficiaryText);
        yield return Word(Label(nameof(ProjectTerms.ImplementingUnit)), before.ImplementingUnit, after.ImplementingUnit);
        yield return Word("Địa bàn", before.AreaText, after.AreaText);
        yield return Word(Label(nameof(ProjectTerms.Objectives)), before.Objectives, after.Objectives);
        yield return Word("Thời gian", ViDates.Months(before.StartMonth, before.EndMonth), ViDates.Months(after.StartMonth, after.EndMonth));
        yield return Word(Label(nameof(ProjectTerms.Note)), before.Note, after.Note);
    }

    // By source; by budget year as well once a share has moved into another year.
    private static IEnumerable<TermsDifference> Support(DecidedTerms before, DecidedTerms after)
    {
        foreach (var source in before.Funding.Concat(after.Funding).Select(f => f.Source).Distinct().Order())
        {
            var name = $"{StatusText.Short(source)} hỗ trợ";
            if (Money(name, before.SupportFrom(source), after.SupportFrom(source)) is { } total) yield return total;
            var years = before.Funding.Concat(after.Funding).Where(f => f.Source == source).Select(f => f.Year).Distinct().Order().ToList();
            if (years.Count == 1) continue;
            foreach (var year in years)
            {
                if (Money(Invariant($"{name}, ngân sách {year}"), InYear(before, source, year), InYear(after, source, year)) is { } share) yield return share;
            }
        }
    }

    private static IEnumerable<TermsDifference> OwnMoney(DecidedTerms before, DecidedTerms after) =>
        new[]
        {
            Money(Label(nameof(ProjectTerms.Counterpart)), before.Counterpart, after.Counterpart),
            Money(Label(nameof(ProjectTerms.Other)), before.Other, after.Other),
        }.OfType<TermsDifference>();

    private static Vnd InYear(DecidedTerms terms, FundingSource source, int year) =>
        terms.Funding.Where(f => f.Source == source && f.Year == year).Sum(f => f.Amount);

    private static string Label(string property) => ProjectFieldTexts.Of(property)!;

    private static TermsDifference Word(string label, string? before, string? after) =>
        new(label, string.IsNullOrEmpty(before) ? None : before, string.IsNullOrEmpty(after) ? None : after, null);

    private static TermsDifference? Money(string label, Vnd before, Vnd after) => before == after
        ? null
        : new TermsDifference(label, VndFormat.DongShort(before), VndFormat.DongShort(after), after - before) { Amounts = (before, after) };
}
