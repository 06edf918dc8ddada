using System.Buffers;
using System.Collections.Frozen;

namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>Whether a syllable can be Vietnamese: its onset, its rime, its tone and where the tone stands.</summary>
internal static class Spelling
{
    private const string Front = "eEiy";
    private static readonly SearchValues<char> Marked = SearchValues.Create("AEO78U");

    // The longest first is not needed: any way to part the syllable will do.
    private static readonly string[] Onsets =
    [
        "", "b", "c", "ch", "d", "D", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
    ];

    private static readonly FrozenSet<string> Rimes = (
        "a ac ach ai am an ang anh ao ap at au ay 8c 8m 8n 8ng 8p 8t Ac Am An Ang Ap At Au Ay e ec em en eng eo ep et "
        + "E Ech Em En Enh Ep Et Eu i ia ich im in inh ip it iu iEc iEm iEn iEng iEp iEt iEu "
        + "o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay o8c o8m o8n o8ng o8t oe oem oen oeo oet "
        + "O Oc Oi Om On Ong Op Ot 7 7i 7m 7n 7p 7t u uc ui um un ung up ut ua uOc uOi uOm uOn uOng uOt u7 uAn uAng uAt uAy uE uEch uEnh uEn "
        + "uy uya uych uynh uyt uyn uyu uyEn uyEt U Uc Ui Um Un Ung Ut Uu Ua U7c U7i U7m U7n U7ng U7p U7t U7u y ych ynh yt yEm yEn yEng yEt yEu")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Of the highland languages: more onsets, more endings, any tone.
    private static readonly FrozenSet<string> HighlandOnsets =
        "kr kl kp kt km kn kd br bl bh bj dr dl Dr Dl gr gl pr pl tl mr ml mn md mD mg mb hl hm hn hr hw"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> HighlandNuclei =
        "a e i o u y A E O 7 8 U ia iE ua uO Ua U7 oa o8 oe ea Ea eo Eo ao uE".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] CommonEndings = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t", "i", "y", "o", "u"];
    private static readonly string[] HighlandEndings = ["k", "l", "r", "h", "s"];

    public static bool IsVietnamese(Syllable syllable) => Onsets.Any(onset => IsVietnamese(syllable, onset));

    /// <summary>A name of the highlands: an onset or an ending that Vietnamese does not have.</summary>
    /// <param name="syllable">The letters.</param>
    /// <param name="strictly">After a common onset no ending but k: the others end names of other languages.</param>
    public static bool IsHighland(Syllable syllable, bool strictly)
    {
        var letters = syllable.Letters;
        foreach (var ending in CommonEndings.Concat(HighlandEndings).Where(e => letters.EndsWith(e, StringComparison.Ordinal)))
        {
            var body = letters[..^ending.Length];
            for (var at = 0; at < body.Length; at++)
            {
                if (!HighlandNuclei.Contains(body[at..])) continue;
                var onset = body[..at];
                if (HighlandOnsets.Contains(onset) || (EndsSo(ending, strictly) && Onsets.Contains(onset, StringComparer.Ordinal))) return true;
            }
        }

        return false;
    }

    private static bool EndsSo(string ending, bool strictly) => strictly ? ending == "k" : HighlandEndings.Contains(ending, StringComparer.Ordinal);

    private static bool IsVietnamese(Syllable syllable, string onset)
    {
        var letters = syllable.Letters;
        if (letters.Length <= onset.Length || !letters.StartsWith(onset, StringComparison.Ordinal)) return false;
        var rime = letters[onset.Length..];
        if (!Rimes.Contains(rime) || !Fits(onset, rime)) return false;
        if (syllable.Tone == 0) return !IsStopped(rime);
        if (IsStopped(rime) && syllable.Tone < Syllable.Acute) return false;
        return IsTonePlace(rime, syllable.ToneAt - onset.Length);
    }

    private static bool Fits(string onset, string rime)
    {
        var isFront = Front.Contains(rime[0], StringComparison.Ordinal);
        return onset switch
        {
            "k" or "gh" or "ngh" => isFront,
            "c" or "ng" => !isFront,
            "g" => !isFront || rime[0] == 'i',
            "gi" => rime[0] is not ('i' or 'y'),
            "qu" => rime[0] is not ('u' or 'U'),
            "" => true,
            _ => rime == "y" || rime[0] != 'y',
        };
    }

    private static bool IsStopped(string rime) =>
        rime[^1] is 'c' or 'p' or 't' || rime.EndsWith("ch", StringComparison.Ordinal);

    // On the letter with a mark of its own; else on the first vowel, after a glide on the second (hoan, and both hoa).
    private static bool IsTonePlace(string rime, int at)
    {
        var marked = rime.AsSpan().LastIndexOfAny(Marked);
        if (marked >= 0) return at == marked;
        var glides = rime.StartsWith("oa", StringComparison.Ordinal) || rime.StartsWith("oe", StringComparison.Ordinal)
            || rime.StartsWith("uy", StringComparison.Ordinal) || rime.StartsWith("oo", StringComparison.Ordinal);
        return glides ? at == 1 || (at == 0 && rime.Length == 2) : at == 0;
    }
}
