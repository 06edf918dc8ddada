using System.Diagnostics;
using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

public class SampleAnnexTests
{
    private static readonly AnnexTarget Target = new(2024, Tranche.Numbered(1), FundingSource.Local);

    [Fact]
    public void The_good_sample_is_read_whole_without_a_remark()
    {
        var preview = AnnexFixture.Read(AnnexFixture.Sample("phu-luc-ke-hoach-2024-dot-1.xlsx"), target: Target).Preview!;
        Assert.Empty(preview.Faults.Select(AnnexTexts.Sentence));
        Assert.Empty(preview.Warnings.Select(AnnexTexts.Sentence));
        Assert.Empty(preview.Consequences.Select(AnnexTexts.Sentence));
        Assert.Equal(24, preview.Count);
        Assert.Equal(new Vnd(5_089_000_000), preview.SumOf(AnnexColumn.Total));
        Assert.Equal(new Vnd(2_550_000_000), preview.SumOf(AnnexColumn.Support));
        Assert.Equal(new Vnd(2_539_000_000), preview.SumOf(AnnexColumn.Counterpart));
        Assert.Equal(["ND9", "ND2", "ND3", "ND4", "ND6"], preview.Groups.Select(g => g.CategoryCode));
        Assert.Equal(["I", "II", "III", "IV", "V"], preview.Groups.Select(g => g.Numeral));
        Assert.Equal(24, preview.Sums.Count);
        Assert.All(preview.Sums, s => Assert.True(s.Agrees));
    }

    [Fact]
    public void The_heading_of_the_sample_is_understood()
    {
        var preview = AnnexFixture.Read(AnnexFixture.Sample("phu-luc-ke-hoach-2024-dot-1.xlsx")).Preview!;
        Assert.Equal("A8", preview.Header.ToString());
        Assert.Equal(MoneyUnit.Million, preview.Unit);
        Assert.Equal(FundingSource.Local, preview.Source);
        Assert.Equal(Tranche.Numbered(1), preview.Heading.Tranche);
        Assert.Equal(2024, preview.Heading.Year);
        Assert.Equal("38/QĐ-SCT", preview.Heading.DecisionNumber);
        Assert.Null(preview.Heading.DecisionDate);
        Assert.Equal(12, preview.Columns.Count);
    }

    [Fact]
    public void The_faulty_sample_shows_exactly_its_six_faults_and_their_four_consequences()
    {
        var preview = AnnexFixture.Read(AnnexFixture.Sample("phu-luc-ke-hoach-2024-dot-1-co-loi.xlsx"), target: Target).Preview!;
        Assert.Equal(
            ["E17 AreaUnknown", "I22 AmountUnreadable", "H25 RowTotalDiffers", "B28 NameMissing", "G30 PeriodNoSuchMonth", "I33 AmountNegative"],
            preview.Faults.Kinds());
        Assert.Equal(
            ["H10 GrandTotalDiffers", "I10 GrandTotalDiffers", "H20 SubtotalDiffers", "I20 SubtotalDiffers"], preview.Consequences.Kinds());
        Assert.Empty(preview.Warnings.Kinds());
        Assert.Equal(24, preview.Count);
        Assert.False(preview.CanBeAccepted);
        Assert.Equal(new Vnd(420_000_000), preview.Rows.Single(r => r.RowNumber == 22).Total);
        Assert.Equal("Ô I22: số tiền «một trăm tám mươi» không đọc được; ghi bằng số, ví dụ 180 hoặc 180,5.", AnnexTexts.Sentence(preview.Faults[1]));
        Assert.Contains("Huyện Krông Bông", AnnexTexts.Sentence(preview.Faults[0]), StringComparison.Ordinal);
        Assert.Contains("455.000.000 đ", AnnexTexts.Sentence(preview.Faults[2]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_for_the_unknown_area_removes_its_fault()
    {
        var choices = new AnnexChoices { Areas = new Dictionary<CellAddress, AreaChoice> { [CellAddress.Parse("E17")!.Value] = AreaChoice.Of(13) } };
        var preview = AnnexFixture.Read(AnnexFixture.Sample("phu-luc-ke-hoach-2024-dot-1-co-loi.xlsx"), choices, Target).Preview!;
        Assert.Equal(5, preview.Faults.Count);
        Assert.Equal("Huyện Krông Bông", preview.Rows.Single(r => r.RowNumber == 17).Area.Units.Single().Name);
    }

    [Fact]
    public void Another_plan_than_the_title_names_is_a_warning()
    {
        var preview = AnnexFixture.Read(AnnexFixture.Sample("phu-luc-ke-hoach-2024-dot-1.xlsx"), target: new(2025, Tranche.Numbered(3), FundingSource.National)).Preview!;
        Assert.Equal(["A5 AnotherTranche", "A5 AnotherYear", "A5 AnotherSource"], preview.Warnings.Kinds());
    }

    [Fact]
    public void Two_thousand_rows_are_read_in_time()
    {
        var workbook = AnnexFixture.Small();
        for (var row = 5; row < 2005; row++) workbook.Item(row, row - 4);
        var file = workbook.Build();
        var watch = Stopwatch.StartNew();
        var preview = AnnexFixture.Read(file).Preview!;
        Assert.Equal(2000, preview.Count);
        Assert.Empty(preview.Faults.Kinds());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), watch.Elapsed.ToString("c", CultureInfo.InvariantCulture));
    }
}
