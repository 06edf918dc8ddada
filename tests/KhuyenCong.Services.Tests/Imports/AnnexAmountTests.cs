using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Workbooks;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

public class AnnexAmountTests
{
    [Theory]
    [InlineData("420,0", MoneyUnit.Million, 420_000_000)]
    [InlineData("180", MoneyUnit.Million, 180_000_000)]
    [InlineData("0", MoneyUnit.Million, 0)]
    [InlineData("1.234,5", MoneyUnit.Million, 1_234_500_000)]
    [InlineData("356,3", MoneyUnit.Million, 356_300_000)]
    [InlineData("0,899", MoneyUnit.Million, 899_000)]
    [InlineData("1.234.567", MoneyUnit.Dong, 1_234_567)]
    [InlineData("1.234", MoneyUnit.Dong, 1_234)]
    [InlineData("5.089.000.000 đồng", MoneyUnit.Dong, 5_089_000_000)]
    [InlineData("5.089.000.000đ", MoneyUnit.Dong, 5_089_000_000)]
    [InlineData("5,089", MoneyUnit.Billion, 5_089_000_000)]
    [InlineData("45000", MoneyUnit.Thousand, 45_000_000)]
    [InlineData("180 triệu", MoneyUnit.Million, 180_000_000)]
    [InlineData("180 triệu đồng", MoneyUnit.Dong, 180_000_000)]
    [InlineData("1,5 tỷ", MoneyUnit.Thousand, 1_500_000_000)]
    [InlineData("150 tr.đồng", MoneyUnit.Dong, 150_000_000)]
    [InlineData("1.495,18", MoneyUnit.Million, 1_495_180_000)]
    [InlineData("9,00", MoneyUnit.Million, 9_000_000)]
    [InlineData(" 180 ", MoneyUnit.Million, 180_000_000)]
    [InlineData("000000000000000000000000000001", MoneyUnit.Dong, 1)]
    public void Text_in_Vietnamese_notation_is_read_exactly(string text, MoneyUnit unit, long dong) =>
        Assert.Equal(AmountReading.Of(new Vnd(dong)), AnnexAmount.ReadText(text, unit));

    [Theory]
    [InlineData("một trăm tám mươi", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("356.3", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("1,234.5", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("1.2", MoneyUnit.Dong, AmountProblem.Unreadable)]
    [InlineData("0.899", MoneyUnit.Dong, AmountProblem.Unreadable)]
    [InlineData("180 trăm", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("4.899 tỷ", MoneyUnit.Dong, AmountProblem.Ambiguous)]
    [InlineData("180\n120", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("9\r\n00", MoneyUnit.Dong, AmountProblem.Unreadable)]
    [InlineData("(120)", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("1,500.00", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("'180", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("180,", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("180đ", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("1 234", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("12.34.567", MoneyUnit.Dong, AmountProblem.Unreadable)]
    [InlineData("=1+1", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("１２０", MoneyUnit.Million, AmountProblem.Unreadable)]
    [InlineData("4.899", MoneyUnit.Billion, AmountProblem.Ambiguous)]
    [InlineData("4.899", MoneyUnit.Million, AmountProblem.Ambiguous)]
    [InlineData("1,234", MoneyUnit.Million, AmountProblem.Ambiguous)]
    [InlineData("1,234", MoneyUnit.Dong, AmountProblem.Ambiguous)]
    [InlineData("123,456", MoneyUnit.Million, AmountProblem.Ambiguous)]
    [InlineData("0000000000000000000000000000001", MoneyUnit.Dong, AmountProblem.Unreadable)]
    [InlineData("-120", MoneyUnit.Million, AmountProblem.Negative)]
    [InlineData("−120", MoneyUnit.Million, AmountProblem.Negative)]
    [InlineData("0,5", MoneyUnit.Dong, AmountProblem.NotWhole)]
    [InlineData("1,2345678", MoneyUnit.Million, AmountProblem.NotWhole)]
    [InlineData("1,0000000000001", MoneyUnit.Million, AmountProblem.NotWhole)]
    [InlineData("99999999999999999999", MoneyUnit.Billion, AmountProblem.TooLarge)]
    [InlineData("", MoneyUnit.Million, AmountProblem.Missing)]
    [InlineData("-", MoneyUnit.Million, AmountProblem.Missing)]
    [InlineData("–", MoneyUnit.Million, AmountProblem.Missing)]
    public void Text_that_could_be_misread_is_refused(string text, MoneyUnit unit, AmountProblem problem) =>
        Assert.Equal(AmountReading.Failed(problem), AnnexAmount.ReadText(text, unit));

    [Theory]
    [InlineData("356.3", 356_300_000)]
    [InlineData("356.29999999999995", 356_300_000)]
    [InlineData("5089", 5_089_000_000)]
    [InlineData("0.30000000000000004", 300_000)]
    public void Numbers_are_scaled_without_the_noise_of_floating_point(string number, long dong) =>
        Assert.Equal(AmountReading.Of(new Vnd(dong)), AnnexAmount.Read(Number(number), MoneyUnit.Million));

    [Theory]
    [InlineData("356.2999995", AmountProblem.NotWhole)]
    [InlineData("116.6666666666667", AmountProblem.NotWhole)]
    [InlineData("-120", AmountProblem.Negative)]
    [InlineData("1E20", AmountProblem.TooLarge)]
    public void Numbers_that_are_no_amount_are_refused(string number, AmountProblem problem) =>
        Assert.Equal(AmountReading.Failed(problem), AnnexAmount.Read(Number(number), MoneyUnit.Million));

    [Theory]
    [InlineData(CellKind.Error, AmountProblem.ErrorValue)]
    [InlineData(CellKind.FormulaWithoutValue, AmountProblem.FormulaWithoutValue)]
    [InlineData(CellKind.Bool, AmountProblem.Unreadable)]
    [InlineData(CellKind.Date, AmountProblem.Unreadable)]
    public void Other_cells_hold_no_amount(CellKind kind, AmountProblem problem) =>
        Assert.Equal(problem, AnnexAmount.Read(new SheetCell(new(1, 1), kind, "1"), MoneyUnit.Million).Problem);

    private static SheetCell Number(string raw) =>
        new(new(1, 1), CellKind.Number, raw, decimal.Parse(raw, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture));
}
