using System.Globalization;
using System.Text;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Imports.Categories;

/// <summary>
/// Text to look for phrases in: words with their marks, but wherever in the word these stand (hoà, hòa), and with y as i
/// (kỹ, kĩ). With the marks «truyền thống» is not «truyền thông».
/// </summary>
internal static class PhraseKey
{
    /// <summary>The words, each with a blank before and behind.</summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(" ");
        var marks = new List<char>();
        foreach (var c in VietnameseText.Normalize(text, NormalizationForm.FormD).Append(' '))
        {
            if (char.IsLetterOrDigit(c))
            {
                var letter = char.ToLowerInvariant(c);
                if (letter == 'đ') marks.Add('-');
                key.Append(letter switch { 'đ' => 'd', 'y' => 'i', _ => letter });
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                marks.Add(c);
            }
            else if (key[^1] != ' ')
            {
                marks.Sort();
                key.Append([.. marks]).Append(' ');
                marks.Clear();
            }
        }

        return key.ToString();
    }

    /// <summary>As above of a text that has no marks at all: everything is compared without.</summary>
    public static string Plain(string text) => $" {VietnameseText.Fold(text).Replace('y', 'i')} ";
}
