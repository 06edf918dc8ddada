namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>A word read by one of the old tables.</summary>
/// <param name="Fits">What comes out can be Vietnamese.</param>
/// <param name="IsStrong">By itself enough to be certain, where the word as it stands is none.</param>
internal readonly record struct Reading(bool Fits, bool IsStrong)
{
    private const char Micro = '\u00B5';

    public static Reading OfTcvn3(LegacyWord word)
    {
        if (word.Text.Length == 1 || (word.Text[0] == Micro && word.Text.Length == 2)) return default;

        // «KC§P»: of the abbreviations only the one letter needs the table, and only it looks so.
        if (word.Text.All(c => char.IsAsciiLetterUpper(c) || c == '\u00A7')) return new(true, true);
        var text = word.Text;
        if (text.Any(c => !char.IsAscii(c) && Tcvn3.Letter(c) is null)) return default;
        var converted = Tcvn3.Convert(text);
        if (!IsCasedAsWord(text, converted) || Syllable.Of(converted) is not { } syllable || HasLongO(syllable)) return default;
        if (!Spelling.IsVietnamese(syllable) && !Spelling.IsHighland(syllable, strictly: true)) return default;
        var isStrong = text.Length switch
        {
            2 => EverydayWords.IsShort(syllable) || text.Any(IsCertainSign),
            3 when text[1] is '\u00B7' or '\u00D7' or '\u00F7' => false,
            _ => Spelling.IsVietnamese(syllable) || word.HasSign,
        };
        return new(true, isStrong);
    }

    public static Reading OfVni(LegacyWord word)
    {
        var converted = Vni.Convert(word.Text, out var isWhole);
        if (word.Text.Length == 1 || !isWhole || Syllable.Of(converted) is not { } syllable) return default;
        if (!Spelling.IsVietnamese(syllable) && !Spelling.IsHighland(syllable, strictly: true)) return default;

        // The diaeresis stands in French names too: Loïc, Thaï.
        var pairs = word.Text.Zip(word.Text.Skip(1)).Where(p => Vni.Pair(p.First, p.Second) is not null).ToList();
        return new(true, pairs.Exists(p => p.Second is not ('ï' or 'Ï')) || IsOtherwiseSure(word.Text));
    }

    // What is «oâ» in VNI would be a long o with a tone, which hardly any word has.
    private static bool HasLongO(Syllable syllable) => syllable.Tone != 0 && syllable.Letters.Contains("oo", StringComparison.Ordinal);

    // Without a pair: the two letters of «nöôc», or a d before another letter of the table.
    private static bool IsOtherwiseSure(string text) => text.Zip(text.Skip(1)).Any(p => p is ('\u00F6' or '\u00D6', '\u00F4' or '\u00D4'))
        || (text[0] is '\u00F1' or '\u00D1' && text.Skip(1).Any(c => !char.IsAscii(c)));

    // «®An» is no word: a small letter drawn before a capital; nor «h§a».
    private static bool IsCasedAsWord(string seen, string converted) => !converted.Any(char.IsAsciiLetterLower)
        || !((char.IsLower(converted[0]) && char.IsUpper(converted[1])) || converted.Skip(1).Where((c, at) => c != seen[at + 1]).Any(char.IsUpper));

    // Of two characters: a note's number, a fraction and the quotes are themselves.
    private static bool IsCertainSign(char c) => Tcvn3.IsSign(c) && c is not ('\u00B9' or '\u00BC' or '\u00BD' or '\u00BE' or '\u00AB' or '\u00BB' or '\u00B7' or '\u00D7' or '\u00F7');
}
