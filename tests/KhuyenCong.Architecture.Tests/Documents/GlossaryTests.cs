using System.Text;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Documents;

/// <summary>The last table of docs/glossary.md is the words that the screens use; the rest is written by people.</summary>
public sealed class GlossaryTests
{
    private const string Path = "docs/glossary.md";
    private const string LastTable = "| Code | On the screen |\n|---|---|\n";

    [Fact]
    public void The_glossary_says_what_the_screens_say() => Assert.Empty(ApprovedFile.Differences(Path, Written() + LastTable + Words()));

    [Fact]
    public void A_word_that_the_screens_no_longer_use_is_told()
    {
        var text = Written() + LastTable + Words();
        Assert.NotEmpty(ApprovedFile.Between(text.Replace("| Dự thảo |", "| Bản nháp |", StringComparison.Ordinal), text));
    }

    private static string Written()
    {
        var text = File.ReadAllText(Repository.At(Path));
        return text[..text.IndexOf(LastTable, StringComparison.Ordinal)];
    }

    private static string Words()
    {
        var rows = new StringBuilder();
        Add<PlanStatus>(rows, StatusText.Of);
        Add<PlanAction>(rows, StatusText.Of);
        Add<ProjectStatus>(rows, StatusText.Of);
        Add<ProjectAction>(rows, StatusText.Of);
        Add<AppraisalVerdict>(rows, StatusText.Of);
        Add<DecisionKind>(rows, StatusText.Of);
        Add<StatedBasis>(rows, StatusText.Of);
        Add<MoneyEntryKind>(rows, StatusText.Of);
        Add<FundingSource>(rows, StatusText.Of);
        Add<Role>(rows, StatusText.Of);
        return rows.ToString();
    }

    private static void Add<T>(StringBuilder rows, Func<T, string> word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>()) rows.Append("| `").Append(typeof(T).Name).Append('.').Append(value).Append("` | ").Append(word(value)).Append(" |\n");
    }
}
