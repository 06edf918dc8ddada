using KhuyenCong.Services.Imports.Findings;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>An annex read with what the office remembers.</summary>
/// <param name="Reading">As read.</param>
/// <param name="Choices">What was answered, and what was remembered where nothing was.</param>
/// <param name="Used">What was remembered and counts.</param>
public sealed record AliasedReading(AnnexReading Reading, AnnexChoices Choices, IReadOnlyList<AliasUse> Used)
{
    /// <summary>What was remembered and counts, as answers.</summary>
    public AnnexChoices Remembered { get; } = AnnexAnswers.Read(Used.Select(u => new KeyValuePair<string, string>(u.Subject, u.Alias.Value)));
}
