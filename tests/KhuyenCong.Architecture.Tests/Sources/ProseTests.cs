using System.Text.RegularExpressions;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Sources;

/// <summary>What people write in several lines is shown in its lines: within <c>prose</c>, or cut to a few by <c>clamp</c>.</summary>
public sealed partial class ProseTests
{
    [Fact]
    public void Every_text_of_several_lines_keeps_them()
    {
        var run = SourceFile.Razor.SelectMany(RunTogether).ToList();
        Assert.True(run.Count == 0, string.Join(Environment.NewLine, run));
    }

    [Theory]
    [InlineData("<td>@terms.Objectives</td>", true)]
    [InlineData("<td>@(row.Reason ?? \"–\")</td>", true)]
    [InlineData("<p>Lý do: @closing.Note</p>", true)]
    [InlineData("<td class=\"prose\" data-label=\"Lý do\">@(row.Reason ?? \"–\")</td>", false)]
    [InlineData("<td class=\"prose\">@terms.Objectives</td><td>@terms.Note</td>", true)]
    [InlineData("<td class=\"small quiet prose\"><span>@terms.Objectives</span></td>", true)]
    [InlineData("<p>@ScheduleText.Reason(schedule)</p>", false)]
    [InlineData("<a title=\"@row.Reason\">x</a>", false)]
    public void It_sees_what_would_run_together(string markup, bool expected) => Assert.Equal(expected, RunTogether(new SourceFile("a.cshtml", markup)).Any());

    private static IEnumerable<string> RunTogether(SourceFile file) =>
        from Match text in Text().Matches(file.Text)
        where Printed().IsMatch(text.Groups["content"].Value) && !Kept().IsMatch(text.Groups["tag"].Value)
        select $"{file.Path}: {text.Value.Trim()}";

    // A tag, and what stands behind it up to the next one.
    [GeneratedRegex("""(?<tag><\w[^<>\n]*>)(?<content>[^<\n]+)""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Text();

    [GeneratedRegex("""@\(?[^@]*\b\w+\.(Objectives|(Late|Lower|Difference|OverNorm)?Reason|(Opinion)?Note|LegalBases|Done|Difficulties|Proposals|Next|Finding)\b(?! is )(?![\w(.])""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Printed();

    [GeneratedRegex("""class="[^"]*\b(prose|clamp|form-control)\b""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Kept();
}
