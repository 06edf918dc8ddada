namespace KhuyenCong.Services.Imports.Categories;

/// <summary>A phrase found in a text.</summary>
/// <param name="Code">The category; null for words that mean none.</param>
/// <param name="Phrase">As it is listed.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How far it reaches.</param>
internal sealed record PhraseHit(string? Code, string Phrase, int Start, int Length)
{
    /// <summary>Lies in a longer one, which is what is meant.</summary>
    public bool IsWithin(PhraseHit other) =>
        other.Length > Length && other.Start <= Start && other.End >= End;

    /// <summary>Shares words with another and has words of its own: nobody knows where one ends.</summary>
    public bool Crosses(PhraseHit other) =>
        (other.Start < Start && other.End > Start && other.End < End) || (Start < other.Start && End > other.Start && End < other.End);

    // Both begin and end with a blank, which neighbours share.
    private int End => Start + Length - 1;
}
