namespace KhuyenCong.Domain.Documents;

/// <summary>A reading that the office remembers: what a text of its annexes means, for every later import until it is withdrawn.</summary>
public class AnnexAlias : IVersioned, ISearchable
{
    public const int LongestText = 400;
    public const int LongestValue = 2_000;

    public int Id { get; init; }

    public required AnnexAliasKind Kind { get; init; }

    /// <summary>The text as it is compared: one for each kind while it is in use.</summary>
    public required string Key { get; init; }

    /// <summary>The text as it stood in the annex.</summary>
    public required string Text { get; init; }

    /// <summary>What it means, written as an answer of a preview is.</summary>
    public required string Value { get; set; }

    /// <summary>Who said so last.</summary>
    public required int SavedById { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }

    public int? WithdrawnById { get; set; }

    /// <summary>UTC; null while it is in use.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public int Version { get; private set; }

    public void Touch() => Version++;

    public string SearchSource => Text;

    public string SortSource => Text;
}
