using KhuyenCong.Services.Imports.Workbooks;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

public sealed class CellAddressTests
{
    [Theory]
    [InlineData("A1", 1, 1)]
    [InlineData("i22", 22, 9)]
    [InlineData("$I$22", 22, 9)]
    [InlineData("Z9", 9, 26)]
    [InlineData("AA10", 10, 27)]
    [InlineData("AZ1", 1, 52)]
    [InlineData("BA1", 1, 53)]
    [InlineData("XFD1048576", 1048576, 16384)]
    [InlineData("$$$$$$$$$$$$A1", 1, 1)]
    public void An_address_is_read_and_written_back(string text, int row, int column)
    {
        var address = CellAddress.Parse(text);
        Assert.Equal(new CellAddress(row, column), address);
        Assert.Equal(text.Replace("$", "", StringComparison.Ordinal).ToUpperInvariant(), address.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("1")]
    [InlineData("1A")]
    [InlineData("A1B")]
    [InlineData("A0")]
    [InlineData("XFE1")]
    [InlineData("A1048577")]
    [InlineData("A10000000")]
    [InlineData("A00000001")]
    [InlineData("A-1")]
    [InlineData("Á1")]
    [InlineData("$$$$$$$$$$$$$A1")]
    [InlineData("AAAAAAAAAAAAA1")]
    public void What_is_no_address_is_none(string? text) => Assert.Null(CellAddress.Parse(text));

    [Theory]
    [InlineData("A1", "A1", 0)]
    [InlineData("B1", "A2", -1)]
    [InlineData("A2", "B1", 1)]
    [InlineData("A1", "B1", -1)]
    [InlineData("C1", "B1", 1)]
    public void Addresses_go_row_by_row(string first, string second, int order)
    {
        var (a, b) = (CellAddress.Parse(first)!.Value, CellAddress.Parse(second)!.Value);
        Assert.Equal(order, Math.Sign(a.CompareTo(b)));
        Assert.Equal([order < 0, order > 0, order <= 0, order >= 0], new[] { a < b, a > b, a <= b, a >= b });
    }

    [Theory]
    [InlineData("A1", "C1", true)]
    [InlineData("B1", "B9", false)]
    public void A_merge_over_several_columns_says_so(string first, string last, bool spans) =>
        Assert.Equal(spans, new MergedRange(CellAddress.Parse(first)!.Value, CellAddress.Parse(last)!.Value).SpansColumns);
}
