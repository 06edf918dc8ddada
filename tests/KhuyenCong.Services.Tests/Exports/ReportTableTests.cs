using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Exports;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Exports;

public class ReportTableTests
{
    private static readonly ReportColumn Amount = new("amount", "Số tiền", CellKind.Money, 18);

    [Fact]
    public void A_sum_that_does_not_add_up_cannot_be_built()
    {
        var fault = Assert.Throws<ArgumentException>(() => Table(Item(1), Item(2), Sum(RowKind.Total, 4, 0, 1)));
        Assert.Contains("amount is 4, its rows add up to 3", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_that_overflows_throws() =>
        Assert.Throws<OverflowException>(() => Table(Item(long.MaxValue), Item(1), Sum(RowKind.Total, 0, 0, 1)));

    [Theory]
    [InlineData(RowKind.Subtotal, 3, 0, 0)]
    [InlineData(RowKind.Subtotal, 0, 1)]
    [InlineData(RowKind.Subtotal, 0, 2)]
    [InlineData(RowKind.Subtotal, 0, -1)]
    [InlineData(RowKind.Item, 3, 0)]
    public void Rows_are_added_once_and_only_by_a_later_kind(RowKind kind, long stated, params int[] sums) =>
        Assert.Throws<ArgumentException>(() => Table(Item(3), Sum(kind, stated, sums)));

    [Fact]
    public void A_total_may_stand_above_its_rows() =>
        Assert.Equal(3, Table(Sum(RowKind.Total, 3, 1), Sum(RowKind.Group, 3, 2), Item(3)).Rows.Count);

    [Fact]
    public void A_column_that_does_not_add_may_state_any_total()
    {
        var column = new ReportColumn("shops", "Cơ sở", CellKind.Count, 10) { Adds = false };
        var rows = new[] { ReportRow.Item(ReportCell.Of(2)), new ReportRow(RowKind.Total, [ReportCell.Of(1)]) { Sums = [0] } };
        Assert.Equal(2, new ReportTable("Cơ sở", [column], rows).Rows.Count);
    }

    [Fact]
    public void A_row_must_fit_the_columns()
    {
        Assert.Throws<ArgumentException>(() => Table(ReportRow.Item()));
        Assert.Throws<ArgumentException>(() => Table(ReportRow.Item(ReportCell.Of("một trăm"))));
        Assert.Throws<ArgumentException>(() => Table(ReportRow.Item(ReportCell.Of(5L))));
        Assert.Throws<ArgumentException>(() => new ReportTable("Không cột", [], []));
        Assert.Throws<ArgumentException>(() => new ReportTable("Hai cột trùng", [Amount, Amount], []));
    }

    [Fact]
    public void A_cell_is_found_by_its_key()
    {
        var table = Table(Item(7));
        Assert.Equal(ReportCell.Of(new Vnd(7)), table.Cell(table.Rows[0], "amount"));
        Assert.Throws<ArgumentException>(() => table.Cell(table.Rows[0], "other"));
    }

    [Fact]
    public void Cells_show_their_value_as_people_read_it()
    {
        Assert.Equal("356,3", ReportCell.Of(new Vnd(356_300_000)).Show(AmountUnit.Million));
        Assert.Equal("356.300.000", ReportCell.Of(new Vnd(356_300_000)).Show(AmountUnit.Dong));
        Assert.Equal("1.200", ReportCell.Of(1_200L).Show(AmountUnit.Million));
        Assert.Equal("33,3 %", ReportCell.Of(Share.Of(new Vnd(1), new Vnd(3))).Show(AmountUnit.Dong));
        Assert.Equal("05/09/2024", ReportCell.Of(new DateOnly(2024, 9, 5)).Show(AmountUnit.Dong));
        Assert.Equal("", ReportCell.Of((Vnd?)null).Show(AmountUnit.Dong));
        Assert.Same(ReportCell.Empty, ReportCell.Of(""));
    }

    private static ReportTable Table(params ReportRow[] rows) => new("Bảng", [Amount], rows);

    private static ReportRow Item(long dong) => ReportRow.Item(ReportCell.Of(new Vnd(dong)));

    private static ReportRow Sum(RowKind kind, long dong, params int[] sums) =>
        new(kind, [ReportCell.Of(new Vnd(dong))]) { Sums = sums };
}
