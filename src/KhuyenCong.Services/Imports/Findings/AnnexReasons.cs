using KhuyenCong.Domain.Text;
using KhuyenCong.Domain.Text.Legacy;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>Whether the warnings of an annex are accepted, each kind for its reason, and what the trail keeps of it.</summary>
public static class AnnexReasons
{
    /// <summary>As long as the trail's reason may be.</summary>
    public const int LongestText = 2_000;

    private const int FewestLetters = 10, FewestWords = 2, FewestDifferentLetters = 4;

    // What does not fit is told by its cells and their number instead of sentence by sentence.
    private static readonly int[] Sentences = [int.MaxValue, 10, 5, 3, 2, 1, 0];

    /// <summary>What is missing, each at its field; nothing where a draft may be made.</summary>
    public static IReadOnlyList<FieldError> WhyNot(AnnexPreview preview, AnnexChoices choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var groups = AnnexWarningGroup.Of(preview);
        List<FieldError> errors = [];
        foreach (var group in groups)
        {
            errors.AddRange(group.Problems.Where(p => p.NeedsStanding).Select(p => (p, Why: WhyNotStanding(p, choices))).Where(p => p.Why is not null)
                .Select(p => new FieldError(AnnexAnswers.Field(AnnexAnswers.OfStanding(p.p.Cell!.Value)), p.Why!)));
            if (WhyNotReason(group, choices.Reasons.GetValueOrDefault(group.Kind)) is { } why) errors.Add(new FieldError(AnnexAnswers.Field(group.Subject), why));
        }

        if (errors.Count > 0 || Text(preview, choices) is not { Length: > LongestText } text) return errors;
        var longest = groups.Where(g => !g.IsOnlySeen).MaxBy(g => choices.Reasons[g.Kind].Length) ?? groups[0];
        return [new FieldError(AnnexAnswers.Field(longest.Subject), AnnexWarningTexts.TooLong(text.Length, LongestText))];
    }

    /// <summary>The reasons with what each accepts, all that the trail can hold; null without warnings.</summary>
    public static string? Text(AnnexPreview preview, AnnexChoices choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var groups = AnnexWarningGroup.Of(preview);
        if (groups.Count == 0) return null;
        string? text = null;
        foreach (var most in Sentences)
        {
            text = string.Join('\n', groups.Select(g => AnnexWarningTexts.Told(g, choices.Reasons.GetValueOrDefault(g.Kind), most)));

            // A sentence may quote what the file has in an old code, which the trail must not hold.
            if (text.Length <= LongestText && !LegacyText.IsMojibake(text)) break;
        }

        return text;
    }

    /// <summary>True where a reason says something.</summary>
    public static bool SaysSomething(string? reason)
    {
        var letters = VietnameseText.Fold(reason).Where(char.IsLetter).ToList();
        return letters.Count >= FewestLetters && letters.Distinct().Count() >= FewestDifferentLetters
            && VietnameseText.Tokens(reason).Where(t => t.Any(char.IsLetter)).Distinct(StringComparer.Ordinal).Count() >= FewestWords && !LegacyText.IsMojibake(reason);
    }

    private static string? WhyNotReason(AnnexWarningGroup group, string? reason)
    {
        if (group.IsOnlySeen) return reason == AnnexAnswers.Seen ? null : AnnexWarningTexts.NotSeen(group.Kind);
        if (string.IsNullOrWhiteSpace(reason)) return AnnexWarningTexts.NoReason(group.Kind);
        if (reason.Length > LongestText) return AnnexWarningTexts.TooLong(reason.Length, LongestText);
        return SaysSomething(reason) ? null : AnnexWarningTexts.SaysNothing(group.Kind);
    }

    private static string? WhyNotStanding(AnnexProblem problem, AnnexChoices choices) => choices.StandingOf(problem) switch
    {
        null => AnnexWarningTexts.NotChosen(problem),
        { IsOfLines: false } => AnnexWarningTexts.LinesAreWrong(problem),
        _ => null,
    };
}
