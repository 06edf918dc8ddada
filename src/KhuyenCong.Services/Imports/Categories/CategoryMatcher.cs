using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Imports.Categories;

/// <summary>
/// Matches a group's title to an activity category: the same words, one the beginning of the other, or clearly the
/// most word pairs in common. Anything less is left to a person.
/// </summary>
public sealed class CategoryMatcher
{
    private const double Least = 0.45;
    private const double Lead = 0.15;

    private readonly List<(string Code, string Title, HashSet<string> Pairs, List<string> Phrases)> _categories;

    public CategoryMatcher(IEnumerable<CategoryName> categories)
    {
        All = [.. categories];
        _categories = [.. All.Select(c =>
        {
            var title = VietnameseText.Fold(c.Title);
            return (c.Code, title, Pairs(title), c.KeyPhrases.Select(VietnameseText.Fold).Where(p => p.Length > 0).ToList());
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
        if (title.Contains(' ', StringComparison.Ordinal))
        {
            var byStart = _categories.Where(c => IsStart(title, c.Title) || IsStart(c.Title, title)).ToList();
            if (byStart.Count == 1) return byStart[0].Code;
        }

        var byPhrase = _categories.Where(c => c.Phrases.Exists(p => $" {title} ".Contains($" {p} ", StringComparison.Ordinal))).ToList();
        if (byPhrase.Count == 1) return byPhrase[0].Code;

        var pairs = Pairs(title);
        var ranked = _categories.Select(c => (c.Code, Score: Score(pairs, c.Pairs))).OrderByDescending(c => c.Score).Take(2).ToList();
        if (ranked.Count == 0 || ranked[0].Score < Least) return null;
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
