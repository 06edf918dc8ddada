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
    [InlineData("Quý II, III/2024", "2024-04-01", "2024-09-30")]
    [InlineData("Quý II-III/2024", "2024-04-01", "2024-09-30")]
    [InlineData("Quý II và III năm 2024", "2024-04-01", "2024-09-30")]
    [InlineData("Quý II và quý III, năm 2024", "2024-04-01", "2024-09-30")]
    [InlineData("Quý I, II, III, IV/2024", "2024-01-01", "2024-12-31")]
    [InlineData("QII/2024", "2024-04-01", "2024-06-30")]
    [InlineData("Q.2/2024", "2024-04-01", "2024-06-30")]
    [InlineData("Tháng 3,4,5/2024", "2024-03-01", "2024-05-31")]
    [InlineData("Tháng 3, tháng 4 và tháng 5 năm 2024", "2024-03-01", "2024-05-31")]
    [InlineData("Tháng 12/2023, 01/2024", "2023-12-01", "2024-01-31")]
    [InlineData("Tháng 11, 12/2023, 1/2024", "2023-11-01", "2024-01-31")]
    [InlineData("T5–T10/2024", "2024-05-01", "2024-10-31")]
    [InlineData("T5-T9/2020", "2020-05-01", "2020-09-30")]
    [InlineData("Tháng 5 2024", "2024-05-01", "2024-05-31")]
    [InlineData("6 tháng đầu năm 2024", "2024-01-01", "2024-06-30")]
    [InlineData("06 tháng cuối năm 2024", "2024-07-01", "2024-12-31")]
    [InlineData("Sáu tháng cuối năm 2024", "2024-07-01", "2024-12-31")]
    [InlineData("9 tháng đầu năm 2024", "2024-01-01", "2024-09-30")]
    [InlineData("Từ tháng 7 đến cuối năm 2024", "2024-07-01", "2024-12-31")]
    [InlineData("Từ tháng 7/2024 đến hết năm 2024", "2024-07-01", "2024-12-31")]
    [InlineData("Từ đầu năm đến tháng 6/2024", "2024-01-01", "2024-06-30")]
    [InlineData("Tháng 3 - cuối năm 2024", "2024-03-01", "2024-12-31")]
    [InlineData("Dự kiến quý II/2024", "2024-04-01", "2024-06-30")]
    [InlineData("2024-05-01", "2024-05-01", "2024-05-31")]
    [InlineData("2024-05-01T00:00:00", "2024-05-01", "2024-05-31")]
    [InlineData("2024-05-01 - 2024-09-30", "2024-05-01", "2024-09-30")]
    [InlineData("Ngày 15 tháng 5 năm 2024", "2024-05-01", "2024-05-31")]
    [InlineData("Từ ngày 15/5 đến 30/9/2024", "2024-05-01", "2024-09-30")]
    [InlineData("Quý II/2024 - tháng 9/2024", "2024-04-01", "2024-09-30")]
    public void Months_are_read(string text, string start, string end)
    {
        var months = Months(start, end);
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
    [InlineData("tháng 5", PeriodProblem.YearMissing)]
    [InlineData("sau Tết", PeriodProblem.Unreadable)]
    [InlineData("05/24", PeriodProblem.Unreadable)]
    [InlineData("05/0024", PeriodProblem.Unreadable)]
    [InlineData("45413", PeriodProblem.Unreadable)]
    [InlineData("", PeriodProblem.Missing)]
    [InlineData(" - ", PeriodProblem.Missing)]
    public void What_is_no_period_says_why(string text, PeriodProblem problem) =>
        Assert.Equal(PeriodReading.Failed(problem), AnnexPeriod.ReadText(text));

    [Theory]
    [InlineData("Quý II-IV", "2024-04-01", "2024-12-31")]
    [InlineData("Quý II", "2024-04-01", "2024-06-30")]
    [InlineData("quý 2 và 3", "2024-04-01", "2024-09-30")]
    [InlineData("Từ tháng 4 đến tháng 12", "2024-04-01", "2024-12-31")]
    [InlineData("Tháng 3-9", "2024-03-01", "2024-09-30")]
    [InlineData("Tháng 3, 4, 5", "2024-03-01", "2024-05-31")]
    [InlineData("T5", "2024-05-01", "2024-05-31")]
    [InlineData("Cả năm", "2024-01-01", "2024-12-31")]
    [InlineData("Trong cả năm", "2024-01-01", "2024-12-31")]
    [InlineData("6 tháng cuối năm", "2024-07-01", "2024-12-31")]
    [InlineData("Từ tháng 7 đến cuối năm", "2024-07-01", "2024-12-31")]
    [InlineData("Dự kiến tháng 5", "2024-05-01", "2024-05-31")]
    [InlineData("6 tháng đầu năm", "2024-01-01", "2024-06-30")]
    [InlineData("20/5 - 10/6", "2024-05-01", "2024-06-30")]
    [InlineData("T5/2024 - T10", "2024-05-01", "2024-10-31")]
    public void What_lacks_a_year_is_read_in_the_plans_and_says_so(string text, string start, string end)
    {
        var expected = PeriodReading.Of(Months(start, end)) with { YearAssumed = true };
        Assert.Equal(expected, AnnexPeriod.ReadText(text, 2024));
        Assert.Equal(expected, AnnexPeriod.ReadText(text.Normalize(NormalizationForm.FormD), 2024));
        Assert.Equal(PeriodReading.Failed(PeriodProblem.YearMissing), AnnexPeriod.ReadText(text));
    }

    [Theory]
    [InlineData("Tháng 3-9/2023", "2023-03-01", "2023-09-30")]
    [InlineData("Quý IV/2023 - Quý I/2024", "2023-10-01", "2024-03-31")]
    [InlineData("Cả năm 2023", "2023-01-01", "2023-12-31")]
    [InlineData("6 tháng cuối năm 2023", "2023-07-01", "2023-12-31")]
    public void A_written_year_is_not_the_plans(string text, string start, string end) =>
        Assert.Equal(PeriodReading.Of(Months(start, end)), AnnexPeriod.ReadText(text, 2024));

    [Theory]
    [InlineData("Tháng 3, 5, 8", PeriodProblem.Gap)]
    [InlineData("Tháng 3, 5, 8/2024", PeriodProblem.Gap)]
    [InlineData("Tháng 3, 4, 6/2024", PeriodProblem.Gap)]
    [InlineData("Tháng 3, 3, 4", PeriodProblem.Gap)]
    [InlineData("Quý I và III/2024", PeriodProblem.Gap)]
    [InlineData("Tháng 3-5, 7-9/2024", PeriodProblem.Gap)]
    [InlineData("Tháng 5, 4, 3", PeriodProblem.EndBeforeStart)]
    [InlineData("Tháng 11 - 2", PeriodProblem.EndBeforeStart)]
    [InlineData("06 tháng năm 2024", PeriodProblem.Duration)]
    [InlineData("6 tháng", PeriodProblem.Duration)]
    [InlineData("06 tháng/2024", PeriodProblem.Duration)]
    [InlineData("12 tháng năm 2024", PeriodProblem.Duration)]
    [InlineData("6 tháng, từ tháng 5 năm 2024", PeriodProblem.Duration)]
    [InlineData("Tháng 13", PeriodProblem.NoSuchMonth)]
    [InlineData("Quý V", PeriodProblem.NoSuchQuarter)]
    [InlineData("Tháng 3, 4, 13", PeriodProblem.NoSuchMonth)]
    [InlineData("Quý II - 9", PeriodProblem.NoSuchQuarter)]
    [InlineData("13 tháng cuối năm", PeriodProblem.NoSuchMonth)]
    [InlineData("T10/2023 - T2", PeriodProblem.YearMissing)]
    [InlineData("5", PeriodProblem.Unreadable)]
    [InlineData("3, 4, 5", PeriodProblem.Unreadable)]
    [InlineData("05/24", PeriodProblem.Unreadable)]
    [InlineData("5/20 - 10/20", PeriodProblem.Unreadable)]
    [InlineData("5/9 - 6/10", PeriodProblem.Unreadable)]
    [InlineData("5-9-2024", PeriodProblem.Unreadable)]
    [InlineData("Tháng 1 2/2024", PeriodProblem.Unreadable)]
    [InlineData("Tháng 1 tháng 2/2024", PeriodProblem.Unreadable)]
    [InlineData("Từ tháng 5/2024", PeriodProblem.Unreadable)]
    [InlineData("Đến tháng 5/2024", PeriodProblem.Unreadable)]
    [InlineData("Trước tháng 5/2024", PeriodProblem.Unreadable)]
    [InlineData("II-III/2024", PeriodProblem.Unreadable)]
    [InlineData("2 - quý III/2024", PeriodProblem.Unreadable)]
    [InlineData("Quý IV/2023 - 1/2024", PeriodProblem.Unreadable)]
    [InlineData("Cuối năm", PeriodProblem.Unreadable)]
    [InlineData("Năm nay", PeriodProblem.Unreadable)]
    [InlineData("Năm", PeriodProblem.Unreadable)]
    [InlineData("Cả năm 1024", PeriodProblem.Unreadable)]
    [InlineData("Quý", PeriodProblem.Unreadable)]
    [InlineData("Tháng", PeriodProblem.Unreadable)]
    [InlineData("#N/A", PeriodProblem.Unreadable)]
    [InlineData("20,24", PeriodProblem.Unreadable)]
    [InlineData("20 24", PeriodProblem.Unreadable)]
    [InlineData("–", PeriodProblem.Missing)]
    public void What_is_no_period_of_the_plans_year_says_why(string text, PeriodProblem problem) =>
        Assert.Equal(PeriodReading.Failed(problem), AnnexPeriod.ReadText(text, 2024));

    [Theory]
    [InlineData("5-9", "2024-09-05", "2024-05-01", "2024-09-30")]
    [InlineData("05/9", "2024-09-05", "2024-05-01", "2024-09-30")]
    [InlineData("9-5", "2024-05-09", "2024-05-01", "2024-09-30")]
    [InlineData("15/5", "2024-05-15", null, null)]
    [InlineData("5-5", "2024-05-05", null, null)]
    [InlineData("Ngày 15 tháng 5", "2024-05-15", null, null)]
    public void A_day_and_a_month_without_a_year_are_asked_about(string text, string day, string? start, string? end)
    {
        var either = new DayOrMonths(DateOnly.Parse(day, CultureInfo.InvariantCulture), start is null ? null : Months(start, end!));
        Assert.Equal(PeriodReading.Failed(PeriodProblem.AutoDate) with { Either = either }, AnnexPeriod.ReadText(text, 2024));
        Assert.Equal(PeriodReading.Failed(PeriodProblem.YearMissing), AnnexPeriod.ReadText(text));
    }

    [Theory]
    [InlineData("d-mmm")]
    [InlineData("d/m")]
    [InlineData("dd-mm")]
    [InlineData("DD/MM")]
    [InlineData("[$-42A]d\\-mmm;@")]
    [InlineData("dd\"/năm y/\"mm")]
    public void A_date_that_Excel_made_of_two_numbers_is_never_one_month(string format)
    {
        var either = new DayOrMonths(new DateOnly(2024, 9, 5), AnnexMonths.Between(2024, 5, 2024, 9));
        Assert.Equal(PeriodReading.Failed(PeriodProblem.AutoDate) with { Either = either }, AnnexPeriod.Read(Date(2025, 9, 5, format), 2024));
        Assert.Equal(
            PeriodReading.Failed(PeriodProblem.AutoDate) with { Either = new DayOrMonths(new DateOnly(2025, 9, 5), AnnexMonths.Between(2025, 5, 2025, 9)) },
            AnnexPeriod.Read(Date(2025, 9, 5, format)));
    }

    [Fact]
    public void A_leap_day_stays_in_its_own_year_where_the_plans_has_none() =>
        Assert.Equal(new DateOnly(2024, 2, 29), AnnexPeriod.Read(Date(2024, 2, 29, "d-mmm"), 2023).Either?.Day);

    [Theory]
    [InlineData("mmm-yy")]
    [InlineData("dd/mm/yyyy")]
    [InlineData("m/d/yyyy")]
    [InlineData("mmm")]
    [InlineData(null)]
    public void A_date_with_its_year_is_its_month(string? format) =>
        Assert.Equal(PeriodReading.Of(AnnexMonths.Between(2024, 5, 2024, 5)), AnnexPeriod.Read(Date(2024, 5, 1, format), 2023));

    [Fact]
    public void Start_and_end_of_two_cells_are_the_months_from_one_to_the_other()
    {
        Assert.Equal(PeriodReading.Of(AnnexMonths.Between(2021, 4, 2021, 9)), AnnexPeriod.Between(Date(2021, 4, 1), Date(2021, 9, 30), 2020));
        Assert.Equal(PeriodReading.Of(AnnexMonths.Between(2021, 4, 2021, 9)), AnnexPeriod.Between(Text("Quý II/2021"), Text("tháng 9/2021")));
        Assert.Equal(PeriodReading.Of(AnnexMonths.Between(2021, 4, 2021, 9)) with { YearAssumed = true }, AnnexPeriod.Between(Text("4"), Text("09"), 2021));
        Assert.Equal(PeriodProblem.NoSuchMonth, AnnexPeriod.Between(Text("4"), Text("13"), 2021).Problem);
        Assert.Equal(PeriodProblem.YearMissing, AnnexPeriod.Between(Text("4"), Text("9")).Problem);
        Assert.Equal(
            PeriodReading.Of(AnnexMonths.Between(2021, 4, 2021, 9)) with { YearAssumed = true },
            AnnexPeriod.Between(Text("Tháng 4"), Date(2021, 9, 30), 2021));
    }

    [Fact]
    public void The_end_of_a_year_is_that_of_the_year_it_began_in() =>
        Assert.Equal(AnnexMonths.Between(2023, 7, 2023, 12), AnnexPeriod.ReadText("Từ tháng 7/2023 đến cuối năm", 2024).Months);

    [Fact]
    public void Two_cells_that_are_no_period_say_why()
    {
        Assert.Equal(PeriodProblem.Missing, AnnexPeriod.Between(null, Date(2021, 9, 30)).Problem);
        Assert.Equal(PeriodProblem.Missing, AnnexPeriod.Between(Date(2021, 9, 30), null).Problem);
        Assert.Equal(PeriodProblem.Missing, AnnexPeriod.Between(Text("sau Tết"), Text(" ")).Problem);
        Assert.Equal(PeriodProblem.EndBeforeStart, AnnexPeriod.Between(Date(2021, 9, 1), Date(2021, 4, 30)).Problem);
        Assert.Equal(PeriodProblem.EndBeforeStart, AnnexPeriod.Between(Date(2021, 9, 30), Date(2021, 9, 1)).Problem);
        Assert.Equal(PeriodProblem.Unreadable, AnnexPeriod.Between(Text("sau Tết"), Date(2021, 4, 30)).Problem);
        Assert.Equal(PeriodProblem.YearMissing, AnnexPeriod.Between(Date(2021, 4, 1), Text("tháng 9")).Problem);
        Assert.Equal(PeriodProblem.AutoDate, AnnexPeriod.Between(Date(2021, 4, 1), Date(2021, 9, 5, "d-mmm")).Problem);
    }

    [Fact]
    public void A_date_cell_is_its_month() =>
        Assert.Equal(
            AnnexMonths.Between(2024, 5, 2024, 5),
            AnnexPeriod.Read(new SheetCell(new(1, 1), CellKind.Date, "45413", Date: new DateOnly(2024, 5, 1))).Months);

    private static AnnexMonths Months(string start, string end) =>
        new(DateOnly.Parse(start, CultureInfo.InvariantCulture), DateOnly.Parse(end, CultureInfo.InvariantCulture));

    private static SheetCell Date(int year, int month, int day, string? format = "dd/mm/yyyy") =>
        new(new(1, 1), CellKind.Date, "1", Date: new DateOnly(year, month, day)) { Format = format };

    private static SheetCell Text(string text) => new(new(1, 1), CellKind.Text, text);
}
