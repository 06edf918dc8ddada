using System.Globalization;
using KhuyenCong.Domain.Documents;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>A reading that the office remembers.</summary>
public sealed record KnownAlias(int Id, int Version, AnnexAliasKind Kind, string Key, string Text, string Value)
{
    /// <summary>This reading as it was shown: another one once it is edited.</summary>
    public string Stamp => string.Create(CultureInfo.InvariantCulture, $"{Id}.{Version}");
}
