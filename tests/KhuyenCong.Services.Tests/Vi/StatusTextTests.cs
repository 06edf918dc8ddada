using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Vi;

public class StatusTextTests
{
    [Fact]
    public void Every_value_has_a_word_of_its_own()
    {
        Distinct<PlanStatus>(StatusText.Of);
        Distinct<ProjectStatus>(StatusText.Of);
        Distinct<AppraisalVerdict>(StatusText.Of);
        Distinct<MoneyEntryKind>(StatusText.Of);
        Distinct<FundingSource>(StatusText.Of);
        Distinct<FundingSource>(StatusText.Short);
        Distinct<Role>(StatusText.Of);
        Distinct<StatedBasis>(StatusText.Of);
        Distinct<DecisionKind>(StatusText.Of);
        Distinct<PlanAction>(StatusText.Of);
        Distinct<ProjectAction>(StatusText.Of);
    }

    [Fact]
    public void Words_are_those_of_the_office()
    {
        Assert.Equal("Đã phê duyệt", StatusText.Of(PlanStatus.Approved));
        Assert.Equal("Ngừng thực hiện", StatusText.Of(ProjectStatus.Discontinued));
        Assert.Equal("Chuyên viên Sở", StatusText.Of(Role.Division));
        Assert.Equal("KCĐP", StatusText.Short(FundingSource.Local));
    }

    [Fact]
    public void A_money_entry_without_a_verdict_waits_for_the_accountant() =>
        Assert.Equal("Chờ kế toán duyệt", StatusText.Of((MoneyVerdict?)null));

    [Theory]
    [InlineData(true, "Đã ghi sổ")]
    [InlineData(false, "Đã từ chối")]
    public void A_verdict_says_whether_the_entry_was_posted(bool posted, string word) => Assert.Equal(
        word, StatusText.Of(new MoneyVerdict { EntryId = 1, Posted = posted, ById = 1, ByName = "Lê C.", At = new DateTime(2024, 2, 5, 0, 0, 0, DateTimeKind.Utc) }));

    private static void Distinct<T>(Func<T, string> of)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Select(of).ToList();
        Assert.Equal(words.Count, words.Distinct(StringComparer.Ordinal).Count());
        Assert.All(words, word => Assert.Equal(word.Trim(), word));
        Assert.All(words, Assert.NotEmpty);
    }
}
