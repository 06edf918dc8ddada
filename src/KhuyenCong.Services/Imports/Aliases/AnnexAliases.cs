using KhuyenCong.Domain.Documents;
using KhuyenCong.Services.Imports.Carrying;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>
/// What the office remembers about texts of annexes. It answers what is open; headings of columns and titles of groups it
/// answers although they are understood, since a person said so of the very text.
/// </summary>
public sealed class AnnexAliases
{
    // Each round may open questions that the one before hid: a column first, then what stands in it.
    private const int MostRounds = 4;

    private readonly Dictionary<(AnnexAliasKind Kind, string Key), KnownAlias> _known;

    public AnnexAliases(IEnumerable<KnownAlias> known) => _known = known.ToDictionary(a => (a.Kind, a.Key));

    /// <summary>Reads an annex with what was answered, and with what is remembered where nothing was.</summary>
    public AliasedReading Read(WorkbookContent workbook, AnnexReferences references, AnnexChoices answered, AnnexTarget? target)
    {
        ArgumentNullException.ThrowIfNull(answered);
        var (choices, used) = (answered, new List<AliasUse>());
        var sheet = _known.Count == 0 ? null : AnnexSheetText.Of(workbook, answered.Sheet);
        for (var round = 0; ; round++)
        {
            var reading = AnnexReader.Read(workbook, references, choices, target);
            if (!reading.IsRead) return new AliasedReading(reading, choices, []);
            var more = sheet is null || round == MostRounds ? [] : Answers(reading.Preview, sheet, references, choices).ToList();
            if (more.Count == 0) return new AliasedReading(reading, choices, [.. used.Where(u => Helps(u, reading.Preview))]);
            used.AddRange(more);
            choices = choices.Over(AnnexAnswers.Read(more.Select(m => new KeyValuePair<string, string>(m.Subject, m.Alias.Value))));
        }
    }

    /// <summary>What was answered by what is remembered, the unit aside: to be shown, and answered otherwise.</summary>
    internal static IEnumerable<AnnexQuestion> Questions(AliasedReading read, AnnexReferences references)
    {
        if (read.Used.Count == 0) return [];
        var unit = AnnexQuestions.Unit(read.Reading.Preview!, read.Remembered) with { IsAnswered = false };
        return AnnexQuestions.Of(read.Reading.Preview!, references, read.Remembered, unit).Where(q => !q.IsOpen && q.Kind != AnnexQuestionKind.Unit).Select(q => q with { IsFromAlias = true });
    }

    private IEnumerable<AliasUse> Answers(AnnexPreview preview, AnnexSheetText sheet, AnnexReferences references, AnnexChoices given)
    {
        var faults = preview.Faults.Where(f => f is { Text: not null, Cell: not null }).ToLookup(f => f.Kind);
        IEnumerable<AliasUse?> all =
        [
            .. preview.Sheet == sheet.Sheet ? Columns(preview, sheet, given) : [],
            .. given.Unit is null ? preview.Faults.Where(f => f.Kind is AnnexProblemKind.UnitMissing or AnnexProblemKind.UnitAmbiguous).Select(f => Use(AnnexAliasKind.Unit, f.Text, AnnexAnswers.Unit)).Take(1) : [],
            .. faults[AnnexProblemKind.RowNotUnderstood].Where(f => !given.Rows.ContainsKey(f.Cell!.Value.Row)).Select(f => Use(AnnexAliasKind.Row, f.Text, AnnexAnswers.OfRow(f.Cell!.Value.Row))),
            .. Groups(preview, references, given),
            .. new[] { AnnexProblemKind.AreaUnknown, AnnexProblemKind.AreaDoubtful }.SelectMany(kind => faults[kind]).Where(f => !given.Areas.ContainsKey(f.Cell!.Value))
                .Select(f => Use(AnnexAliasKind.Place, f.Text, AnnexAnswers.OfArea(f.Cell!.Value))).Where(u => u is not null && IsOfTheDay(u, references)),
        ];
        return all.OfType<AliasUse>();
    }

    // One heading over several columns names none of them.
    private IEnumerable<AliasUse?> Columns(AnnexPreview preview, AnnexSheetText sheet, AnnexChoices given)
    {
        foreach (var (key, column) in sheet.Columns.Where(c => !given.Columns.ContainsKey(c.Value)))
        {
            if (!_known.TryGetValue((AnnexAliasKind.Column, key), out var alias)) continue;
            var use = new AliasUse(AnnexAnswers.OfColumn(column), alias);
            var found = preview.Columns.Where(f => f.Header.Column == column).Select(f => (AnnexColumn?)f.Column).FirstOrDefault();
            if (AnnexAnswers.Read([new(use.Subject, alias.Value)]).Columns.TryGetValue(column, out var meaning) && meaning != found) yield return use;
        }
    }

    private IEnumerable<AliasUse?> Groups(AnnexPreview preview, AnnexReferences references, AnnexChoices given) => preview.Groups
        .Where(g => g.Cell is { } cell && !given.Categories.ContainsKey(cell)).Select(g => (g.CategoryCode, Use: Use(AnnexAliasKind.Category, g.Title, AnnexAnswers.OfCategory(g.Cell!.Value))))
        .Where(g => g.Use is { } use && use.Alias.Value != g.CategoryCode && references.Categories.Knows(use.Alias.Value)).Select(g => g.Use);

    private AliasUse? Use(AnnexAliasKind kind, string? text, string subject) => _known.TryGetValue((kind, AliasKey.Of(text)), out var alias) ? new AliasUse(subject, alias) : null;

    // Units that are no more on the plan's day answer nothing: the place is asked as before.
    private static bool IsOfTheDay(AliasUse use, AnnexReferences references) =>
        AnnexAnswers.Read([new(use.Subject, use.Alias.Value)]).Areas.Values.All(choice => choice.Text is { } text ? references.Areas.Resolve(text).IsUnderstood : choice.UnitIds.All(id => references.Areas.Units.Any(u => u.UnitId == id)));

    private static bool Helps(AliasUse use, AnnexPreview preview) => use.Alias.Kind != AnnexAliasKind.Place
        || !preview.Faults.Any(f => f.Cell is { } cell && f.Kind is AnnexProblemKind.AreaUnknown or AnnexProblemKind.AreaDoubtful && AnnexAnswers.OfArea(cell) == use.Subject);
}
