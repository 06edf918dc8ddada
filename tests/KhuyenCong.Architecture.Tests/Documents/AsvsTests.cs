using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Documents;

/// <summary>docs/asvs.md names every requirement of level 1 and 2 once, and shows it by tests and sections that exist.</summary>
public sealed class AsvsTests
{
    private static readonly string Page = File.ReadAllText(Repository.At(AsvsDocument.Path));

    [Fact]
    public void Every_requirement_of_level_1_and_2_stands_once() => Assert.Empty(AsvsDocument.WrongIds(AsvsDocument.Rows(Page)));

    [Fact]
    public void Every_requirement_is_shown_or_says_why_not() => Assert.Empty(AsvsDocument.Unshown(AsvsDocument.Rows(Page)));

    [Fact]
    public void The_counts_are_those_of_the_rows() => Assert.Empty(ApprovedFile.Differences(AsvsDocument.Path, AsvsDocument.Recounted(Page)));

    [Fact]
    public void The_list_is_that_of_the_standard()
    {
        Assert.Equal(345, AsvsDocument.Levels.Count);
        Assert.Equal([70, 183, 92], [.. AsvsDocument.Levels.Values.GroupBy(level => level).OrderBy(group => group.Key).Select(group => group.Count())]);
    }

    [Fact]
    public void A_requirement_that_is_missing_doubled_unknown_or_under_another_level_is_found()
    {
        var rows = AsvsDocument.Rows(Page);
        Assert.Equal(["V1.2.4 is missing"], AsvsDocument.WrongIds([.. rows.Where(row => row.Id != "V1.2.4")]));
        Assert.Equal(["V1.2.4 stands 2 times"], AsvsDocument.WrongIds([.. rows, rows.Single(row => row.Id == "V1.2.4")]));
        Assert.Equal(["V1.9.9 is no requirement"], AsvsDocument.WrongIds([.. rows, new AsvsRow("V1.9.9", 1, "", AsvsDocument.None, "")]));
        Assert.Equal(["V1.2.4 is of level 1"], AsvsDocument.WrongIds([.. rows.Select(row => row.Id == "V1.2.4" ? row with { Level = 2 } : row)]));
    }

    [Fact]
    public void A_row_that_lost_its_columns_is_missing() =>
        Assert.Contains("V1.2.4 is missing", AsvsDocument.WrongIds(AsvsDocument.Rows(Page.Replace("| V1.2.4 | 1 |", "| V1.2.4 |", StringComparison.Ordinal))));

    [Theory]
    [InlineData("test", "`SourceRulesTests`", 0)]
    [InlineData("test", "looked at by people", 1)]
    [InlineData("document", "[security.md](security.md)", 0)]
    [InlineData("document", "`SourceRulesTests`", 1)]
    [InlineData("not met", "because nobody did it", 0)]
    [InlineData("not met", "later", 1)]
    [InlineData("n/a", "does not apply, because there is none", 0)]
    [InlineData("n/a", "because there is none", 1)]
    [InlineData("met", "`SourceRulesTests`", 1)]
    public void A_row_that_does_not_hold_what_its_state_promises_is_found(string state, string shownBy, int breaches) =>
        Assert.Equal(breaches, AsvsDocument.Unshown([new AsvsRow("V1.1.1", 2, "", state, shownBy)]).Count());

    [Fact]
    public void A_count_that_no_longer_holds_is_found()
    {
        var text = Page.Replace("| n/a | does not apply, because there is no GraphQL |", "| not met | because there is no GraphQL |", StringComparison.Ordinal);
        Assert.NotEqual(Page, text);
        Assert.NotEmpty(ApprovedFile.Between(text, AsvsDocument.Recounted(text)));
    }
}
