using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Imports.Periods;

/// <summary>A word or a mark in the text of a period; the value of a number (0 for a numeral that is none).</summary>
internal readonly partial record struct PeriodToken(PeriodSign Sign, int Value)
{
    // Words that say nothing about which months are meant.
    private static readonly HashSet<string> Fillers = ["trong", "het", "cac", "ca", "ngay", "du", "kien"];

    /// <summary>Null when something stands there that is not understood.</summary>
    public static List<PeriodToken>? Read(string folded)
    {
        var tokens = new List<PeriodToken>();
        for (var at = 0; at < folded.Length;)
        {
            if (Next().Match(folded, at) is not { Success: true } match) return null;
            at += match.Length;
            if (match.Groups["space"].Success || Fillers.Contains(match.Value)) continue;
            if (Of(match) is not { } token) return null;
            tokens.Add(token);
        }

        return tokens;
    }

    private static PeriodToken? Of(Match match)
    {
        if (match.Groups["quarter"].Success) return new(PeriodSign.Quarter, 0);
        if (match.Groups["month"].Success) return new(PeriodSign.Month, 0);
        if (match.Groups["roman"].Success) return new(PeriodSign.Roman, RomanNumeral.Parse(match.Value) ?? 0);
        if (match.Groups["number"].Success) return new(match.Length == 4 ? PeriodSign.Year : PeriodSign.Number, int.Parse(match.Value, CultureInfo.InvariantCulture));
        return match.Value switch
        {
            "nam" => new(PeriodSign.YearWord, 0),
            "tu" => new(PeriodSign.From, 0),
            "-" or "den" or "toi" => new(PeriodSign.Dash, 0),
            "/" => new(PeriodSign.Slash, 0),
            "." => new(PeriodSign.Dot, 0),
            "," or ";" or "&" or "+" or "va" => new(PeriodSign.And, 0),
            _ => null,
        };
    }

    // "T" and "Q" are words only before a number; digits are never joined over a space ("tháng 1 2/2024" is not 12/2024).
    [GeneratedRegex(
        @"\G(?:(?<space>[\s:]+)|(?<quarter>(?:quy|q\.?)(?=\s*(?:[ivx]+|\d{1,2})(?![a-z\d])))|(?<month>thang(?![a-z])|(?:thg|th|t)\.?(?=\s?\d))|(?<roman>[ivx]+(?![a-z]))|(?<number>(?<!\d)(?:\d{4}|\d{1,2})(?!\d))|[a-z]+|[-/.,;&+])",
        RegexOptions.None, 1000)]
    private static partial Regex Next();
}
