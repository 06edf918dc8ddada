using System.Globalization;
using System.Text;
using KhuyenCong.Services.Imports.Periods;
using KhuyenCong.Services.Imports.Workbooks;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

public class AnnexPeriodTests
{
    [Theory]
    [InlineData("05/2024", "2024-05-01", "2024-05-31")]
    [InlineData("5/2024", "2024-05-01", "2024-05-31")]
    [InlineData("05-2024", "2024-05-01", "2024-05-31")]
    [InlineData("05/2024 - 09/2024", "2024-05-01", "2024-09-30")]
    [InlineData("05/2024–09/2024", "2024-05-01", "2024-09-30")]
    [InlineData("10/2023 đến 02/2024", "2023-10-01", "2024-02-29")]
    [InlineData("tháng 5/2024", "2024-05-01", "2024-05-31")]
    [InlineData("Tháng 5 năm 2024", "2024-05-01", "2024-05-31")]
    [InlineData("T5/2024", "2024-05-01", "2024-05-31")]
    [InlineData("5-9/2024", "2024-05-01", "2024-09-30")]
    [InlineData("Tháng 5 - 9 năm 2024", "2024-05-01", "2024-09-30")]
    [InlineData("Từ tháng 4 đến tháng 10/2024", "2024-04-01", "2024-10-31")]
    [InlineData("Từ tháng 04/2024 đến hết tháng 12/2024", "2024-04-01", "2024-12-31")]
    [InlineData("Quý II/2024", "2024-04-01", "2024-06-30")]
    [InlineData("Quý 3 năm 2024", "2024-07-01", "2024-09-30")]
    [InlineData("Quý II - Quý IV/2024", "2024-04-01", "2024-12-31")]
    [InlineData("Quý IV/2024 - Quý I/2025", "2024-10-01", "2025-03-31")]
    [InlineData("Năm 2024", "2024-01-01", "2024-12-31")]
    [InlineData("Cả năm 2024", "2024-01-01", "2024-12-31")]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("Năm 2024 - 2025", "2024-01-01", "2025-12-31")]
    [InlineData("01/05/2024 - 30/09/2024", "2024-05-01", "2024-09-30")]
    [InlineData("15/05/2024", "2024-05-01", "2024-05-31")]
    [InlineData("01/01/2024", "2024-01-01", "2024-01-31")]
    [InlineData("31/12/2024", "2024-12-01", "2024-12-31")]
    [InlineData("1/2024", "2024-01-01", "2024-01-31")]
    [InlineData("12/2024", "2024-12-01", "2024-12-31")]
    [InlineData("quý 1/2024", "2024-01-01", "2024-03-31")]
    [InlineData("ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca het 05/2024", "2024-05-01", "2024-05-31")]
    public void Months_are_read(string text, string start, string end)
    {
        var months = new AnnexMonths(DateOnly.Parse(start, CultureInfo.InvariantCulture), DateOnly.Parse(end, CultureInfo.InvariantCulture));
        Assert.Equal(PeriodReading.Of(months), AnnexPeriod.ReadText(text));
        Assert.Equal(PeriodReading.Of(months), AnnexPeriod.ReadText(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("13/2024", PeriodProblem.NoSuchMonth)]
    [InlineData("0/2024", PeriodProblem.NoSuchMonth)]
    [InlineData("05/2024 - 13/2024", PeriodProblem.NoSuchMonth)]
    [InlineData("5-13/2024", PeriodProblem.NoSuchMonth)]
    [InlineData("Quý V/2024", PeriodProblem.NoSuchQuarter)]
    [InlineData("31/02/2024", PeriodProblem.NoSuchDay)]
    [InlineData("01/00/2024", PeriodProblem.NoSuchMonth)]
    [InlineData("01/13/2024", PeriodProblem.NoSuchMonth)]
    [InlineData("00/05/2024", PeriodProblem.NoSuchDay)]
    [InlineData("13/2024 - 31/02/2024", PeriodProblem.NoSuchMonth)]
    [InlineData("quý 0/2024", PeriodProblem.NoSuchQuarter)]
    [InlineData("ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca ca het het 05/2024", PeriodProblem.Unreadable)]
    [InlineData("10/2024 - 05/2024", PeriodProblem.EndBeforeStart)]
    [InlineData("9-5/2024", PeriodProblem.EndBeforeStart)]
    [InlineData("30/05/2024 - 01/05/2024", PeriodProblem.EndBeforeStart)]
    [InlineData("tháng 5", PeriodProblem.Unreadable)]
    [InlineData("sau Tết", PeriodProblem.Unreadable)]
    [InlineData("05/24", PeriodProblem.Unreadable)]
    [InlineData("05/0024", PeriodProblem.Unreadable)]
    [InlineData("45413", PeriodProblem.Unreadable)]
    [InlineData("", PeriodProblem.Missing)]
    [InlineData(" - ", PeriodProblem.Missing)]
    public void What_is_no_period_says_why(string text, PeriodProblem problem) =>
        Assert.Equal(PeriodReading.Failed(problem), AnnexPeriod.ReadText(text));

    [Fact]
    public void A_date_cell_is_its_month() =>
        Assert.Equal(
            AnnexMonths.Between(2024, 5, 2024, 5),
            AnnexPeriod.Read(new SheetCell(new(1, 1), CellKind.Date, "45413", Date: new DateOnly(2024, 5, 1))).Months);
}
