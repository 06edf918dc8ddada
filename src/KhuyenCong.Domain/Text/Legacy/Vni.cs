using System.Collections.Frozen;
using System.Text;

namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>The table of VNI for Windows, as its bytes look in Windows-1252.</summary>
internal static class Vni
{
    private static readonly FrozenDictionary<char, char> Singles = Both(
        [('\u00E6', 'ỉ'), ('\u00F3', 'ĩ'), ('\u00F2', 'ị'), ('\u00EE', 'ỵ'), ('\u00F1', 'đ'), ('\u00F4', 'ơ'), ('\u00F6', 'ư'), ('\u00EC', 'ì'), ('\u00ED', 'í')])
        .ToFrozenDictionary();

    // The five tones stand after plain letters and after ô and ö, which are ơ and ư; with a circumflex or breve they are other signs.
    private static readonly char[] Tones = ['ø', 'ù', 'û', 'õ', 'ï'];
    private static readonly char[] Circumflexes = ['â', 'à', 'á', 'å', 'ã', 'ä'];
    private static readonly char[] Breves = ['ê', 'è', 'é', 'ú', 'ü', 'ë'];

    private static readonly FrozenDictionary<(char, char), char> Pairs = new[]
    {
        Row('a', Tones, ['à', 'á', 'ả', 'ã', 'ạ']), Row('a', Circumflexes, ['â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ']), Row('a', Breves, ['ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ']),
        Row('e', Tones, ['è', 'é', 'ẻ', 'ẽ', 'ẹ']), Row('e', Circumflexes, ['ê', 'ề', 'ế', 'ể', 'ễ', 'ệ']),
        Row('o', Tones, ['ò', 'ó', 'ỏ', 'õ', 'ọ']), Row('o', Circumflexes, ['ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ']),
        Row('ô', Tones, ['ờ', 'ớ', 'ở', 'ỡ', 'ợ']), Row('u', Tones, ['ù', 'ú', 'ủ', 'ũ', 'ụ']),
        Row('ö', Tones, ['ừ', 'ứ', 'ử', 'ữ', 'ự']), Row('y', Tones, ['ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ']),
    }.SelectMany(row => row).ToFrozenDictionary();

    /// <summary>The letter drawn for two characters; null where they are no pair. After a capital the mark may be small.</summary>
    public static char? Pair(char letter, char mark) => Pairs.TryGetValue((letter, mark), out var drawn) ? drawn : null;

    /// <param name="text">As seen in Windows-1252.</param>
    /// <param name="isWhole">Every character beyond ASCII is one of the table.</param>
    public static string Convert(string text, out bool isWhole)
    {
        isWhole = true;
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && Pair(text[at], text[at + 1]) is { } drawn)
            {
                result.Append(drawn);
                at++;
            }
            else
            {
                var isSingle = Singles.TryGetValue(text[at], out var single);
                result.Append(isSingle ? single : text[at]);
                isWhole &= isSingle || char.IsAscii(text[at]);
            }
        }

        return result.ToString();
    }

    private static IEnumerable<KeyValuePair<char, char>> Both(IEnumerable<(char Seen, char Drawn)> small) => small.SelectMany(p =>
        new KeyValuePair<char, char>[] { new(p.Seen, p.Drawn), new(char.ToUpperInvariant(p.Seen), char.ToUpperInvariant(p.Drawn)) });

    private static IEnumerable<KeyValuePair<(char Letter, char Mark), char>> Row(char letter, char[] marks, char[] drawn)
    {
        foreach (var (mark, small) in marks.Zip(drawn))
        {
            var (capital, big) = (char.ToUpperInvariant(letter), char.ToUpperInvariant(small));
            yield return new((letter, mark), small);
            yield return new((capital, mark), big);
            yield return new((capital, char.ToUpperInvariant(mark)), big);
        }
    }
}
