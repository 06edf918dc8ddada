using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Vi;

/// <summary>Tranches in words, and the reader of typed ones.</summary>
public static partial class TrancheText
{
    private const string Number = "(?<number>[ivx]{1,6}|[0-9]{1,2})";
    private const string Named = $"(?<supplement>bo sung)( (lan|dot) {Number})?";

    /// <summary>"đợt I", "đợt bổ sung", "đợt bổ sung lần 2".</summary>
    public static string Of(Tranche tranche) => tranche switch
    {
        { IsSupplement: false } => "đợt " + RomanNumeral.Of(tranche.Number),
        { Number: 1 } => "đợt bổ sung",
        _ => string.Create(CultureInfo.InvariantCulture, $"đợt bổ sung lần {tranche.Number}"),
    };

    /// <summary>Reads "I", "2", "đợt II", "bổ sung", "đợt bổ sung lần 2" and the like; false for anything else.</summary>
    public static bool TryRead(string? typed, out Tranche tranche) => TryTake(Whole().Match(VietnameseText.Fold(typed)), out tranche);

    /// <summary>The tranche that a plan's title names ("… đợt I năm 2024"), or null.</summary>
    public static Tranche? FindIn(string? title) =>
        TryTake(Within().Match(VietnameseText.Fold(title)), out var tranche) ? tranche : null;

    private static bool TryTake(Match match, out Tranche tranche)
    {
        tranche = default;
        if (!match.Success) return false;

        var isSupplement = match.Groups["supplement"].Success;
        if (NumberOf(match.Groups["number"]) is not { } number || number is < 1 or > 20) return false;
        tranche = isSupplement ? Tranche.Supplement(number) : Tranche.Numbered(number);
        return true;
    }

    // A supplement without a number is the first.
    private static int? NumberOf(Group group)
    {
        if (!group.Success) return 1;
        return int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : RomanNumeral.Parse(group.Value);
    }

    [GeneratedRegex($"^(dot )?({Named}|{Number})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex($@"\b(dot ({Named}|{Number})|{Named})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Within();
}
