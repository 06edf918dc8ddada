namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>A remembered reading that answers a question of an annex.</summary>
/// <param name="Subject">What it answers, as answers name it.</param>
/// <param name="Alias">What is remembered.</param>
public sealed record AliasUse(string Subject, KnownAlias Alias);
