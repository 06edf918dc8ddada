using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Imports.Categories;

/// <summary>
/// Matches a group's title to an activity category: the same words, the whole of one category's title, one the beginning
/// of the other, or key phrases of one category alone; for categories without phrases, clearly the most word pairs in
/// common. Anything less is left to a person.
/// </summary>
public sealed class CategoryMatcher
{
    private const double Least = 0.45;
    private const double Lead = 0.15;

    private readonly List<(string Code, string Title, HashSet<string> Pairs, bool HasPhrases)> _categories;
    private readonly PhraseBook _phrases;

    public CategoryMatcher(IEnumerable<CategoryName> categories)
    {
        All = [.. categories];
        _phrases = new PhraseBook(All);
        _categories = [.. All.Select(c =>
        {
            var title = VietnameseText.Fold(c.Title);
            return (c.Code, title, Pairs(title), c.KeyPhrases.Count > 0);
        })];
    }

    /// <summary>Every category, in its given order.</summary>
    public IReadOnlyList<CategoryName> All { get; }

    public bool Knows(string code) => _categories.Exists(c => c.Code == code);

    /// <summary>The category's code, or null when none is clearly meant.</summary>
    public string? Match(string? groupTitle)
    {
        var title = VietnameseText.Fold(groupTitle);
        if (title.Length == 0) return null;
        var exact = _categories.Where(c => c.Title == title).ToList();
        if (exact.Count == 1) return exact[0].Code;
        var whole = _categories.Where(c => c.Title.Contains(' ', StringComparison.Ordinal) && $" {title} ".Contains($" {c.Title} ", StringComparison.Ordinal)).ToList();
        if (whole.Count > 0) return whole.Count == 1 ? whole[0].Code : null;

        var byPhrase = _phrases.Find(groupTitle!).Select(h => h.Code).Distinct(StringComparer.Ordinal).ToList();
        if (byPhrase.Count > 0) return byPhrase.Count == 1 ? byPhrase[0] : null;
        return ByStart(title) ?? ByPairs(title);
    }

    /// <summary>
    /// The categories that a single project's name speaks for, the likeliest first: by how many words speak for each, then
    /// by which comes first. Empty when nothing does.
    /// </summary>
    public IReadOnlyList<CategoryProposal> Propose(string? projectName)
    {
        if (string.IsNullOrWhiteSpace(projectName)) return [];
        var settled = Match(projectName);
        return
        [
            .. _phrases.Find(projectName).GroupBy(h => h.Code!, StringComparer.Ordinal)
                .OrderByDescending(hits => hits.Key == settled).ThenByDescending(hits => hits.DistinctBy(h => h.Start).Sum(h => h.Phrase.Split(' ').Length)).ThenBy(hits => hits.Min(h => h.Start))
                .Select(hits => new CategoryProposal(hits.Key, string.Join(", ", hits.OrderBy(h => h.Start).Select(h => h.Phrase).Distinct(StringComparer.Ordinal)))),
        ];
    }

    // Two words begin too much: «Sản xuất» begins one category and means none. Without phrases there is nothing better.
    private string? ByStart(string title)
    {
        if (!title.Contains(' ', StringComparison.Ordinal)) return null;
        var byStart = _categories.Where(c => IsStart(title, c.Title)).ToList();
        return byStart.Count == 1 && (!byStart[0].HasPhrases || title.Count(c => c == ' ') > 1) ? byStart[0].Code : null;
    }

    private string? ByPairs(string title)
    {
        var pairs = Pairs(title);
        var ranked = _categories.Select(c => (c.Code, c.HasPhrases, Score: Score(pairs, c.Pairs))).OrderByDescending(c => c.Score).Take(2).ToList();
        if (ranked.Count == 0 || ranked[0].HasPhrases || ranked[0].Score < Least) return null;
        return ranked.Count == 1 || ranked[0].Score - ranked[1].Score >= Lead ? ranked[0].Code : null;
    }

    private static bool IsStart(string part, string whole) => whole.StartsWith(part + " ", StringComparison.Ordinal);

    private static double Score(HashSet<string> title, HashSet<string> category)
    {
        if (title.Count == 0 || category.Count == 0) return 0;
        double common = title.Count(category.Contains);
        return ((common / title.Count) + (common / category.Count)) / 2;
    }

    // Vietnamese words are mostly pairs of syllables; single syllables say little.
    private static HashSet<string> Pairs(string folded)
    {
        var words = folded.Split(' ');
        return words.Zip(words.Skip(1), (a, b) => a + " " + b).ToHashSet(StringComparer.Ordinal);
    }
}
