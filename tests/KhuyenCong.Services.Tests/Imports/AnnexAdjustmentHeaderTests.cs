using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>An adjustment's annex is known by its headers, and becomes no plan.</summary>
public sealed class AnnexAdjustmentHeaderTests
{
    private static WorkbookBuilder Annex(params string?[] headers) => new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng")
        .Line(3, 1, ["STT", "Tên đề án", "Đơn vị thụ hưởng", "Địa điểm", .. headers]).Line(4, 1, "I", "Thông tin, tuyên truyền");

    private static (Vnd?, Vnd?) FirstOf(AnnexPreview preview) => preview.Adjustment!.Rows.Select(r => (r.Before, r.After)).First();

    [Theory]
    [InlineData("Kinh phí hỗ trợ trước điều chỉnh", "Kinh phí hỗ trợ sau điều chỉnh", "Chênh lệch")]
    [InlineData("KCĐP trước điều chỉnh", "KCĐP sau điều chỉnh", "Tăng (+), giảm (-)")]
    [InlineData("Kinh phí đã phê duyệt", "Kinh phí sau điều chỉnh", "Điều chỉnh tăng, giảm")]
    [InlineData("Trước điều chỉnh", "Sau điều chỉnh", "Lý do điều chỉnh")]
    public void Before_and_after_in_the_header_make_it_an_adjustment(string before, string after, string third)
    {
        var preview = Annex(before, after, third).Line(5, 1, 1, "Phóng sự", "Báo Đắk Lắk", "Huyện Ea Kar", 60, 80, 20).Preview();
        var fault = Assert.Single(preview.Faults);
        Assert.Equal((AnnexProblemKind.IsAdjustment, "E3"), (fault.Kind, fault.Cell.ToString()!));
        Assert.StartsWith("Ô E3: đây là phụ lục điều chỉnh", AnnexTexts.Sentence(fault), StringComparison.Ordinal);
        Assert.Equal((Vnd.Million(60), Vnd.Million(80)), FirstOf(preview));
        Assert.False(preview.CanBeAccepted);
    }

    [Fact]
    public void Two_levels_are_read_by_the_support_below_each_side()
    {
        var preview = new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng").Line(3, 1, "STT", "Tên đề án", "Đơn vị thụ hưởng", "Địa điểm", "Trước điều chỉnh").Merge("E3:G3").Text("H3", "Sau điều chỉnh").Merge("H3:J3")
            .Line(4, 5, "Tổng kinh phí", "KCĐP hỗ trợ", "Đối ứng", "Tổng kinh phí", "KCĐP hỗ trợ", "Đối ứng").Line(5, 1, "I", "Thông tin, tuyên truyền")
            .Line(6, 1, 1, "Phóng sự", "Báo Đắk Lắk", "Huyện Ea Kar", 100, 60, 40, 130, 80, 50).Preview();
        Assert.Equal((Vnd.Million(60), Vnd.Million(80)), FirstOf(preview));
        var under = new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng").Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Kinh phí").Merge("D3:F3").Line(4, 4, "Trước điều chỉnh", "Sau điều chỉnh", "Chênh lệch")
            .Line(5, 1, "I", "Thông tin, tuyên truyền").Line(6, 1, 1, "Phóng sự", "Huyện Ea Kar", 60, 0, -60).Preview();
        Assert.Equal((Vnd.Million(60), Vnd.Zero), FirstOf(under));
    }

    [Fact]
    public void Two_sources_on_each_side_leave_open_which_support_is_meant()
    {
        var preview = Annex("KCQG trước điều chỉnh", "KCĐP trước điều chỉnh", "KCQG sau điều chỉnh", "KCĐP sau điều chỉnh").Line(5, 1, 1, "Phóng sự", "Báo Đắk Lắk", "Huyện Ea Kar", 60, 80, 20, 10).Preview();
        Assert.Empty(preview.Adjustment!.Rows);
        Assert.Equal([AnnexProblemKind.IsAdjustment], preview.Faults.Select(f => f.Kind));
    }

    [Fact]
    public void Amounts_that_cannot_be_read_are_none_and_a_row_with_amounts_that_is_no_project_is_named()
    {
        var preview = Annex("Trước điều chỉnh", "Sau điều chỉnh").Line(5, 1, 1, "Một", null, "Huyện Ea Kar", "sáu", 80).Line(6, 1, 2, "Hai", null, "Huyện Ea Kar", null, null)
            .Line(7, 1, 3, "Ba", null, "Huyện Ea Kar", 60, -1).Line(8, 1, null, "Trong đó: máy móc", null, null, 10, 20).Line(9, 1, 4, "Bốn", null, "Huyện Ea Kar", 60, 60)
            .Line(10, 1, "TỔNG CỘNG", null, null, null, 200, 220).Preview();
        Assert.Equal([(null, Vnd.Million(80)), (Vnd.Zero, null), (Vnd.Million(60), null), (Vnd.Million(60), Vnd.Million(60))], preview.Adjustment!.Rows.Select(r => (r.Before, r.After)));
        Assert.Equal([8], preview.Adjustment.NotRead);
    }

    [Fact]
    public void What_every_reading_needs_is_still_asked()
    {
        var annex = new WorkbookBuilder().Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Hỗ trợ trước điều chỉnh", "Hỗ trợ sau điều chỉnh").Line(4, 1, 1, "Phóng sự", "Huyện Ea Kar", 60, 80);
        Assert.Equal([AnnexProblemKind.UnitMissing, AnnexProblemKind.IsAdjustment], annex.Preview().Faults.Select(f => f.Kind));
        Assert.Equal((null, null), FirstOf(annex.Preview()));
        Assert.Equal((Vnd.Million(60), Vnd.Million(80)), FirstOf(annex.Preview(Answers(("don-vi", "Million")))));
    }

    [Fact]
    public void Who_knows_better_says_what_the_columns_are()
    {
        var annex = Annex("Hỗ trợ trước điều chỉnh", "Hỗ trợ sau điều chỉnh", "Thời gian").Line(5, 1, 1, "Phóng sự", "Báo Đắk Lắk", "Huyện Ea Kar", 60, 80, "05/2024");
        Assert.Equal([5, 6], annex.Preview().Account.Columns.Select(c => c.Header.Column));
        var preview = annex.Preview(Answers(("cot:E", "khong"), ("cot:F", "Support")));
        Assert.Null(preview.Adjustment);
        Assert.Empty(preview.Faults);
        Assert.Equal(Vnd.Million(80), preview.SumOfSupport);
    }

    [Theory]
    [InlineData("Kinh phí hỗ trợ", "Điều chỉnh", "Ghi chú (tăng, giảm)")]
    [InlineData("Kinh phí hỗ trợ", "Lý do điều chỉnh tăng, giảm", "Ghi chú")]
    [InlineData("Kinh phí hỗ trợ sau điều chỉnh", "Đối ứng", "Ghi chú")]
    [InlineData("Kinh phí hỗ trợ", "Chênh lệch", "Tăng giảm")]
    public void One_side_alone_is_no_adjustment(string first, string second, string third) =>
        Assert.Null(Annex(first, second, third).Line(5, 1, 1, "Phóng sự", "Báo Đắk Lắk", "Huyện Ea Kar", 60, 80).Preview().Adjustment);
}
