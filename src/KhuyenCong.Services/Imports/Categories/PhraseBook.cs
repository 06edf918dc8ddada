namespace KhuyenCong.Services.Imports.Categories;

/// <summary>Finds the key phrases of categories in a text; of phrases one within the other the longer counts.</summary>
internal sealed class PhraseBook
{
    private readonly List<(string? Code, string Phrase, string Key, string Plain)> _phrases;

    public PhraseBook(IEnumerable<CategoryName> categories) =>
        _phrases = [.. categories.SelectMany(c => c.KeyPhrases.Select(p => Line(c.Code, p))).Concat(CategoryPhrases.Neutral.Select(p => Line(null, p))).Where(p => p.Key.Length > 1)];

    /// <summary>The hits that count, those of no category left out.</summary>
    public List<PhraseHit> Find(string text)
    {
        var isPlain = text.All(char.IsAscii);
        var key = isPlain ? PhraseKey.Plain(text) : PhraseKey.Of(text);
        List<PhraseHit> hits = [];
        foreach (var phrase in _phrases)
        {
            var wanted = isPlain ? phrase.Plain : phrase.Key;
            for (var at = key.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = key.IndexOf(wanted, at + 1, StringComparison.Ordinal))
            {
                hits.Add(new PhraseHit(phrase.Code, phrase.Phrase, at, wanted.Length));
            }
        }

        return [.. hits.Where(h => h.Code is not null && !hits.Exists(longer => h.IsWithin(longer) && !hits.Exists(longer.Crosses)))];
    }

    private static (string? Code, string Phrase, string Key, string Plain) Line(string? code, string phrase) => (code, phrase, PhraseKey.Of(phrase), PhraseKey.Plain(phrase));
}
