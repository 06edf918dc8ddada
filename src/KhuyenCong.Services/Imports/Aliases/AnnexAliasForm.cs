using KhuyenCong.Domain.Documents;
using KhuyenCong.Services.Imports.Findings;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>A remembered reading as its form shows it.</summary>
/// <param name="Kind">What the text is.</param>
/// <param name="Text">The text.</param>
/// <param name="Options">What it may mean; empty for a place, which is typed.</param>
/// <param name="Suggestions">Names of places to choose from while typing.</param>
/// <param name="Request">What it means now.</param>
public sealed record AnnexAliasForm(AnnexAliasKind Kind, string Text, IReadOnlyList<AnnexOption> Options, IReadOnlyList<string> Suggestions, AnnexAliasRequest Request);
