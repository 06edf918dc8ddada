using System.Collections.Frozen;
using System.Text;

namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>
/// The letters of one Vietnamese syllable in ASCII, and its tone: A, E, O are â, ê, ô; 8 is ă, 7 is ơ, U is ư, D is đ.
/// </summary>
/// <param name="Letters">The letters without the tone.</param>
/// <param name="Tone">0 to 5: ngang, huyen, hoi, nga, sac, nang.</param>
/// <param name="ToneAt">Which letter carries it.</param>
internal readonly record struct Syllable(string Letters, int Tone, int ToneAt)
{
    public const int Acute = 4;

    private const string Consonants = "bcdghklmnpqrstvx";
    private static readonly char[] ToneMarks = ['\0', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

    private static readonly (char Plain, char Mark, char Letter)[] Vowels =
    [
        ('a', '\0', 'a'), ('a', '\u0306', '8'), ('a', '\u0302', 'A'), ('e', '\0', 'e'), ('e', '\u0302', 'E'), ('i', '\0', 'i'),
        ('o', '\0', 'o'), ('o', '\u0302', 'O'), ('o', '\u031B', '7'), ('u', '\0', 'u'), ('u', '\u031B', 'U'), ('y', '\0', 'y'),
    ];

    private static readonly FrozenDictionary<char, (char Letter, int Tone)> Known = Vowels
        .SelectMany(v => ToneMarks.Select((tone, i) => (Seen: Compose(v.Plain, v.Mark, tone), v.Letter, Tone: i)))
        .Concat(Consonants.Select(c => (Seen: c, Letter: c, Tone: 0))).Append((Seen: '\u0111', Letter: 'D', Tone: 0))
        .ToFrozenDictionary(k => k.Seen, k => (k.Letter, k.Tone));

    /// <summary>True for the letters that Vietnamese is written with, either case.</summary>
    public static bool IsLetter(char c) => Known.ContainsKey(char.ToLowerInvariant(c));

    /// <summary>Reads a word; null where it holds another letter, or a second tone.</summary>
    public static Syllable? Of(string word)
    {
        var letters = new StringBuilder(word.Length);
        int tone = 0, toneAt = -1;
        foreach (var c in word)
        {
            if (!Known.TryGetValue(char.ToLowerInvariant(c), out var known)) return null;
            if (known.Tone != 0)
            {
                if (tone != 0) return null;
                (tone, toneAt) = (known.Tone, letters.Length);
            }

            letters.Append(known.Letter);
        }

        return new(letters.ToString(), tone, toneAt);
    }

    private static char Compose(char plain, params ReadOnlySpan<char> marks)
    {
        var text = new StringBuilder().Append(plain);
        foreach (var mark in marks) if (mark != '\0') text.Append(mark);
        return VietnameseText.Normalize(text.ToString(), NormalizationForm.FormC)[0];
    }
}
