using System.Text.RegularExpressions;
using KhuyenCong.TestSupport;

namespace KhuyenCong.Architecture.Tests.Sources;

/// <summary>One file of the source tree.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public int Lines => Text.AsSpan().TrimEnd().Count('\n') + 1;

    /// <summary>The text without comments and without what stands in strings.</summary>
    public string Code => Quiet().Replace(Text, m => m.Value[0] is '/' ? string.Empty : "\"\"");

    public static IEnumerable<SourceFile> CSharp => Read("*.cs").Where(f => !f.Path.Contains("/Migrations/", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> Razor => Read("*.cshtml");

    private static IEnumerable<SourceFile> Read(string pattern) =>
        Repository.Files("src", pattern).Select(path => new SourceFile(path, File.ReadAllText(Repository.At(path))));

    [GeneratedRegex("""""
        //[^\n]*|/\*.*?\*/|"{3}.*?"{3}|@\$?"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'
        """"", RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Quiet();
}
