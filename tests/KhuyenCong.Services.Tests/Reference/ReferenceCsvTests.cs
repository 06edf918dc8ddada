using KhuyenCong.Data.Reference;
using KhuyenCong.Domain.Territory;
using Xunit;

namespace KhuyenCong.Services.Tests.Reference;

public class ReferenceCsvTests
{
    [Theory]
    [InlineData("a,b\n1,\"x, \"\"y\"\"\nz\"\n")]
    [InlineData("a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n")]
    [InlineData("b,a\n\"x, \"\"y\"\"\nz\",1")]
    public void Quoted_fields_may_hold_commas_quotes_and_line_breaks(string text)
    {
        var row = Assert.Single(ReferenceCsv.Parse(text, "t.csv"));

        Assert.Equal("1", row["a"]);
        Assert.Equal("x, \"y\"\nz", row["b"]);
    }

    [Fact]
    public void An_empty_last_field_is_a_field() =>
        Assert.Equal("", Assert.Single(ReferenceCsv.Parse("a,b\n1,\n", "t.csv"))["b"]);

    [Fact]
    public void A_header_alone_has_no_rows() => Assert.Empty(ReferenceCsv.Parse("a,b\n", "t.csv"));

    [Theory]
    [InlineData("")]
    [InlineData("a,a\n1,2\n")]
    [InlineData("a,b\n1\n")]
    [InlineData("a,b\n1,2,3\n")]
    [InlineData("a,b\n\n")]
    [InlineData("a,b\n1,\"2\n")]
    [InlineData("a,b\n1,\"2\"x\n")]
    [InlineData("a,b\n1,2\"x\"\n")]
    public void Malformed_files_are_refused(string text) =>
        Assert.Contains("t.csv", Assert.Throws<FormatException>(() => ReferenceCsv.Parse(text, "t.csv")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_embedded_is_named() =>
        Assert.Equal("none.csv", Assert.Throws<FileNotFoundException>(() => ReferenceCsv.ReadEmbedded("none.csv")).FileName);

    [Theory]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("1 000")]
    [InlineData("9223372036854775808")]
    public void Numbers_are_plain_digits(string text)
    {
        var row = Assert.Single(ReferenceCsv.Parse($"a\n{text}\n", "t.csv"));

        Assert.Throws<FormatException>(() => row.Number("a"));
    }

    [Fact]
    public void Dates_flags_and_required_fields_are_strict()
    {
        var row = Assert.Single(ReferenceCsv.Parse("date,flag,empty\n01/07/2025,True,\n", "t.csv"));

        Assert.Throws<FormatException>(() => row.Date("date"));
        Assert.Throws<FormatException>(() => row.Flag("flag"));
        Assert.Throws<FormatException>(() => row.Required("empty"));
        Assert.Throws<FormatException>(() => row["absent"]);
        Assert.Null(row.Optional("empty"));
        Assert.Null(row.Date("empty"));
        Assert.Null(row.Number("empty"));
    }

    [Fact]
    public void A_unit_reference_without_date_is_older_than_the_register()
    {
        Assert.Equal(new UnitKey("654", AdministrativeUnit.Ever), UnitKey.Parse("654@"));
        Assert.Equal(new UnitKey("24490", new DateOnly(2025, 7, 1)), UnitKey.Parse("24490@2025-07-01"));
    }

    [Theory]
    [InlineData("654")]
    [InlineData("@2025-07-01")]
    [InlineData("654@01/07/2025")]
    [InlineData("654@2025-07-01@")]
    public void A_malformed_unit_reference_is_refused(string text) =>
        Assert.Throws<FormatException>(() => UnitKey.Parse(text));
}
