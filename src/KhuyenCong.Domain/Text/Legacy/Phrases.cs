namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>Words that are Vietnamese both as they stand and by a table, and certain only by their neighbours.</summary>
internal static class Phrases
{
    private const char HouseholdVowel = '\u00E9';
    private static readonly string[] Followers = ["kinh doanh", "gia dinh", "san xuat", "dan", "ngheo"];

    /// <summary>In TCVN3 the word for household looks like another word, which nobody writes before these.</summary>
    public static bool HaveHousehold(string text)
    {
        for (var at = text.IndexOf(HouseholdVowel, StringComparison.Ordinal); at >= 0; at = text.IndexOf(HouseholdVowel, at + 1))
        {
            if (!IsWord(text, at)) continue;
            var after = text[(at + 2)..Math.Min(text.Length, at + 30)];
            var meant = VietnameseText.Fold(Tcvn3.Convert(after)) + " ";
            if (Followers.Any(f => meant.StartsWith(f + " ", StringComparison.Ordinal))) return true;
        }

        return false;
    }

    private static bool IsWord(string text, int vowel) => vowel > 0 && text[vowel - 1] is 'h' or 'H'
        && (vowel == 1 || !IsJoined(text[vowel - 2])) && vowel + 1 < text.Length && text[vowel + 1] == ' ';

    private static bool IsJoined(char c) => char.IsLetter(c) || c is '\'' or '\u2019';
}
