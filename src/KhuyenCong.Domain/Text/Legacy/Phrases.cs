namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>Words that are Vietnamese both as they stand and by a table, and certain only by their neighbours.</summary>
internal static class Phrases
{
    private const string Household = "h\u00E9 ";
    private static readonly string[] Followers = ["kinh doanh", "gia \u00AE", "s\u00B6n xu", "d\u00A9n", "ngh\u00CC"];

    /// <summary>In TCVN3 "hộ" looks like another word, which nobody writes before these.</summary>
    public static bool HaveHousehold(string text)
    {
        for (var at = text.IndexOf(Household, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(Household, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at > 0 && char.IsLetter(text[at - 1])) continue;
            var rest = text.AsSpan(at + Household.Length).TrimStart();
            foreach (var follower in Followers) if (rest.StartsWith(follower, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
