using System.Text.RegularExpressions;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Sources;

/// <summary>What a form sends and a use case may refuse is marked where it stands: by <c>field</c>, or by <c>error-of</c>.</summary>
public sealed partial class FormMarkTests
{
    // Nothing refuses these: searches; and each signature's own outcome stands above what still waits.
    private static readonly string[] NeverRefused = ["tim-danh-ba", "Choices[@i].Number", "Choices[@i].File"];

    [Fact]
    public void Every_control_that_a_form_posts_says_whose_error_it_shows()
    {
        var unmarked = SourceFile.Razor.SelectMany(Unmarked).ToList();
        Assert.True(unmarked.Count == 0, string.Join(Environment.NewLine, unmarked));
    }

    [Theory]
    [InlineData("<form method=\"post\"><input name=\"a\">", true)]
    [InlineData("<input name=\"a\">", true)]
    [InlineData("<form method=\"post\"><select asp-for=\"A\">", true)]
    [InlineData("<form method=\"get\"><input name=\"a\">", false)]
    [InlineData("<form method=\"post\"><input name=\"a\" error-of=\"a\">", false)]
    [InlineData("<form method=\"post\"><input type=\"hidden\" name=\"a\">", false)]
    [InlineData("<form method=\"post\"><input type=\"checkbox\" id=\"a\">", false)]
    public void It_sees_what_is_not_marked(string markup, bool expected) => Assert.Equal(expected, Unmarked(new SourceFile("a.cshtml", markup)).Any());

    private static IEnumerable<string> Unmarked(SourceFile file)
    {
        foreach (Match control in Control().Matches(file.Text))
        {
            var tag = control.Value;
            var form = file.Text.LastIndexOf("<form", control.Index, StringComparison.Ordinal);
            var asks = form >= 0 && file.Text.AsSpan(form, Math.Min(300, control.Index - form)).IndexOf("method=\"get\"", StringComparison.Ordinal) >= 0;
            if (asks || !Named().IsMatch(tag) || Unseen().IsMatch(tag) || NeverRefused.Any(n => tag.Contains($"name=\"{n}\"", StringComparison.Ordinal))) continue;
            if (!tag.Contains("error-of=", StringComparison.Ordinal) && !tag.Contains("aria-invalid=", StringComparison.Ordinal)) yield return $"{file.Path}: {tag.Trim()}";
        }
    }

    // To the end of the line and the next: attributes hold Razor, quotes within quotes included. Buttons of one choice are marked as a group.
    [GeneratedRegex("""<(input|select|textarea)\b[^\n]*(\n\s*aria-[^\n]*)?""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Control();

    [GeneratedRegex("""\s(name|asp-for)=""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Named();

    [GeneratedRegex("""type="(hidden|radio)"|\sform="nhap"|asp-for="ReturnUrl" """, RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Unseen();
}
