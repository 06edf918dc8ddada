using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Imports.Aliases;

/// <summary>
/// A text of an annex as it is compared with another: however its letters are composed, spaced and cased. Marks, digits and
/// signs stay: «Hòa Sơn» is not «Hoa Sơn», and «Hỗ trợ (%)» is not «Hỗ trợ».
/// </summary>
internal static class AliasKey
{
    /// <summary>Empty for a blank text; never longer than the text.</summary>
    public static string Of(string? text) => string.Concat((VietnameseText.Clean(text) ?? string.Empty).ToLowerInvariant().Select(Plain)).TrimEnd(' ', '.', ':', ';', ',');

    private static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '\u00B4' or '`' => '\'',
        '\u2013' or '\u2014' or '\u2212' => '-',
        _ => c,
    };
}
