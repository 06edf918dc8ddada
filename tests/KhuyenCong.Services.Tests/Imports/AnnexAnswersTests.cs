using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Answers as forms and addresses carry them.</summary>
public sealed class AnnexAnswersTests
{
    private static readonly CellAddress E17 = new(17, 5);

    [Fact]
    public void The_units_of_a_cell_are_taken_together_and_each_once()
    {
        var choice = AnnexAnswers.Read(["E17.13", "E18.7", "E17.14", "E17.13"], null, null).Areas;
        Assert.Equal([13, 14], choice[E17].UnitIds);
        Assert.Equal([7], choice[new(18, 5)].UnitIds);
        Assert.Equal(["E17.13", "E17.14"], AnnexAnswers.Keys(E17, choice[E17]));
    }

    [Fact]
    public void The_whole_province_beside_a_unit_is_the_whole_province()
    {
        var choice = AnnexAnswers.Read(["E17.13", "E17.tinh"], null, null).Areas[E17];
        Assert.True(choice.WholeProvince);
        Assert.Equal(["E17.tinh"], AnnexAnswers.Keys(E17, choice));
        Assert.False(AreaChoice.Of(13).WholeProvince);
    }

    [Theory]
    [InlineData("0.ND1", "ND1")]
    [InlineData("00000000000.ND1", "ND1")]
    [InlineData("000000000000.ND1", null)]
    [InlineData("0.ND34567890123456789", "ND34567890123456789")]
    [InlineData("0.ND345678901234567890", null)]
    [InlineData("0.", null)]
    [InlineData(".ND1", null)]
    [InlineData("-1.ND1", null)]
    public void A_category_is_answered_by_a_group_and_a_code_of_bounded_length(string answer, string? code) =>
        Assert.Equal(code, AnnexAnswers.Read(null, [answer], null).Categories.GetValueOrDefault(0));

    [Fact]
    public void The_first_category_of_a_group_counts_and_four_thousand_answers_are_read()
    {
        Assert.Equal("ND1", AnnexAnswers.Read(null, ["0.ND1", "0.ND2"], null).Categories[0]);
        var answers = Enumerable.Range(1, 4001).Select(row => $"A{row}.1").ToList();
        Assert.Equal(4000, AnnexAnswers.Read(answers, null, null).Areas.Count);
    }

    [Theory]
    [InlineData("Million", true)]
    [InlineData("million", false)]
    [InlineData("2", false)]
    public void A_unit_is_answered_by_its_name_alone(string answer, bool isRead) => Assert.Equal(isRead, AnnexAnswers.Read(null, null, answer).Unit is not null);
}
