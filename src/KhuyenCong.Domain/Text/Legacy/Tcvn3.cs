using System.Text;

namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>The table of TCVN3 (TCVN 5712:1993 VN3), as its bytes look in Windows-1252.</summary>
internal static class Tcvn3
{
    private const char First = '\u00A1';
    private const char None = '\0';

    // From A1 on, sixteen a line but the first; chars, not a string, since the domain speaks no Vietnamese.
    private static readonly char[] Letters =
    [
        'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ', None,
        None, None, None, None, None, 'à', 'ả', 'ã', 'á', 'ạ', None, 'ằ', 'ẳ', 'ẵ', 'ắ', None,
        None, None, None, None, None, None, 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è', None, 'ẻ', 'ẽ',
        'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ', None, None, None, 'ĩ', 'í', 'ị', 'ò',
        None, 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù',
        None, 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ',
    ];

    /// <summary>The letter that the font drew for a character; null where it drew the character itself.</summary>
    public static char? Letter(char seen) =>
        seen >= First && seen - First < Letters.Length && Letters[seen - First] is var letter and not None ? letter : null;

    /// <summary>Codes that are no letters of words anywhere else: signs, fractions, quotes, micro and the Spanish ordinal.</summary>
    public static bool IsSign(char seen) => (!char.IsLetter(seen) || seen is '\u00AA' or '\u00B5') && Letter(seen) is not null;

    public static string Convert(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text) result.Append(Letter(c) ?? c);
        return result.ToString();
    }

    /// <summary>
    /// The fonts know only seven capitals beyond ASCII; the others were written as small letters, which .VnTimeH drew as
    /// capitals. Words whose other letters are capitals are such ones; beside small letters only long ones, since names of
    /// the highlands are written «Ia RVê».
    /// </summary>
    public static string RaiseCapitals(string seen, string converted)
    {
        var result = converted.ToCharArray();
        var words = LegacyWords.Of(seen);
        var shouts = !seen.Any(char.IsAsciiLetterLower) && words.Exists(w => w.IsMarked && w.Capitals > 1);
        foreach (var word in words.Where(w => w.IsMarked && (shouts || (!w.HasSmallAscii && w.Capitals > 2))))
        {
            for (var at = word.Start; at < word.Start + word.Text.Length; at++) result[at] = char.ToUpperInvariant(result[at]);
        }

        return new string(result);
    }
}
