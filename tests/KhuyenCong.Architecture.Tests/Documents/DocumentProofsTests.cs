using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Documents;

/// <summary>A page that names a test or links a section is right only as long as they are there.</summary>
public sealed class DocumentProofsTests
{
    private static readonly Dictionary<string, IReadOnlySet<string>> Known = new(StringComparer.Ordinal)
    {
        ["SomeTests"] = new HashSet<string>(StringComparer.Ordinal) { "It_holds" },
    };

    [Fact]
    public void Every_test_that_a_page_names_is_there() => Assert.Empty(DocumentProofs.Pages
        .SelectMany(page => DocumentProofs.LostTests(File.ReadAllText(Repository.At(page)), DocumentProofs.KnownTests).Select(lost => $"{page}: {lost}")));

    [Fact]
    public void Every_link_of_a_page_leads_somewhere() =>
        Assert.Empty(DocumentProofs.Pages.SelectMany(page => DocumentProofs.DeadLinks(page, File.ReadAllText(Repository.At(page)))));

    [Fact]
    public void There_are_tests_and_pages_to_look_at()
    {
        Assert.True(DocumentProofs.KnownTests.Count > 100);
        Assert.Contains(nameof(There_are_tests_and_pages_to_look_at), DocumentProofs.KnownTests[nameof(DocumentProofsTests)]);
        Assert.Contains(AsvsDocument.Path, DocumentProofs.Pages);
    }

    [Theory]
    [InlineData("`SomeTests` and `SomeTests.It_holds`", 0)]
    [InlineData("`OtherTests`", 1)]
    [InlineData("`SomeTests.It_held`", 1)]
    [InlineData("SomeTests.It_held without marks", 0)]
    public void A_test_that_is_gone_is_found(string text, int lost) => Assert.Equal(lost, DocumentProofs.LostTests(text, Known).Count());

    [Theory]
    [InlineData("class SomeTests { [Fact] public void It_holds() { } }", 1)]
    [InlineData("class SomeTests { [Theory]\n[InlineData(\"]\")]\npublic async Task It_holds(string text) { } }", 1)]
    [InlineData("class SomeTests { // [Fact] public void It_holds() { }\n }", 0)]
    [InlineData("class SomeTests { public void It_holds() { } }", 0)]
    [InlineData("class SomeTests { [Fact(Skip = \"later\")] public void It_holds() { } }", 0)]
    [InlineData("class SomeTests { [Fact(Skip = \"no server\", SkipUnless = nameof(Has))] public void It_holds() { } }", 1)]
    public void Only_tests_that_run_count(string source, int tests) => Assert.Equal(tests, DocumentProofs.TestsOf(source).Count());

    [Theory]
    [InlineData("[x](security.md)", 0)]
    [InlineData("[x](security.md#what-travels)", 0)]
    [InlineData("[x](#here)\n## Here\n", 0)]
    [InlineData("[x](https://example.vn/none)", 0)]
    [InlineData("[x](../tests/KhuyenCong.Web.Tests)", 0)]
    [InlineData("[x](none.md)", 1)]
    [InlineData("[x](security.md#none)", 1)]
    [InlineData("[x](#there)\n## Here\n", 1)]
    public void A_dead_link_is_found(string text, int dead) => Assert.Equal(dead, DocumentProofs.DeadLinks("docs/some.md", text).Count());

    [Fact]
    public void A_section_is_named_as_the_viewers_of_pages_name_it() =>
        Assert.Equal(["the-audit-trail-and-what-it-cannot-find"], DocumentProofs.Sections("## The audit trail, and what it cannot find\n"));
}
