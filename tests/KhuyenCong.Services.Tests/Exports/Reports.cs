using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Exports;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Tests.Exports;

/// <summary>Reports to test the writers with.</summary>
internal static class Reports
{
    public static readonly IReadOnlyList<ReportColumn> Columns =
    [
        new("no", "STT", CellKind.Text, 6),
        new("name", "Tên đề án", CellKind.Text, 40),
        new("count", "Số đề án", CellKind.Count, 10),
        new("support", "Hỗ trợ", CellKind.Money, 18, "Kinh phí"),
        new("counterpart", "Đối ứng", CellKind.Money, 18, "Kinh phí"),
        new("share", "Tỷ lệ giải ngân", CellKind.Percent, 12),
        new("day", "Ngày nghiệm thu", CellKind.Date, 14),
    ];

    /// <summary>Two groups with subtotals and a grand total of 5 089 000 000 đ, as the annex of 38/QĐ-SCT has it.</summary>
    public static ReportTable Annex() => new("Theo nội dung hoạt động", Columns,
    [
        Row(RowKind.Group, "I", "Nâng cao năng lực quản lý", null, null, null),
        Row(RowKind.Item, "1", "Tập huấn nghiệp vụ", 1, 356_300_000, 0),
        Row(RowKind.Item, "2", "=SUM(A1) & máy móc", 2, 2_193_700_000, 1_500_000_000),
        Row(RowKind.Subtotal, "", "Cộng I", 3, 2_550_000_000, 1_500_000_000, 1, 2),
        Row(RowKind.Group, "II", "Mô hình trình diễn", null, null, null),
        Row(RowKind.Item, "3", "Mô hình \"thí điểm\", 2 dòng\nvà nữa", 21, 1, 1_038_999_999),
        Row(RowKind.Subtotal, "", "Cộng II", 21, 1, 1_038_999_999, 5),
        Row(RowKind.Total, "", "TỔNG CỘNG", 24, 2_550_000_001, 2_538_999_999, 3, 6),
    ]);

    public static ReportBook Book(AmountUnit unit = AmountUnit.Dong, params ReportTable[] tables) => new()
    {
        Title = "Tổng hợp kinh phí khuyến công năm 2024",
        SuperiorBody = "UBND TỈNH ĐẮK LẮK",
        IssuingBody = "SỞ CÔNG THƯƠNG",
        PlaceAndDate = "Đắk Lắk, ngày 05 tháng 02 năm 2024",
        Filters = "Năm 2024, tất cả đợt, nguồn KCĐP",
        AsOf = new DateOnly(2024, 9, 30),
        Decisions = ["38/QĐ-SCT", "97/QĐ-SCT"],
        Notes = ["Tỷ lệ giải ngân = số đã giải ngân / kinh phí hỗ trợ được duyệt."],
        Unit = unit,
        PreparedBy = "Nguyễn Thị Quản Lý",
        PreparedAt = new DateTime(2024, 9, 30, 17, 30, 0, DateTimeKind.Utc),
        Tables = tables.Length == 0 ? [Annex()] : tables,
    };

    /// <summary>A table of one text column.</summary>
    public static ReportTable Texts(params string[] texts) => new(
        "Chữ", [new("text", "Nội dung", CellKind.Text, 30)], [.. texts.Select(t => ReportRow.Item(ReportCell.Of(t)))]);

    private static ReportRow Row(RowKind kind, string no, string name, long? count, long? support, long? counterpart, params int[] sums) =>
        new(kind,
        [
            ReportCell.Of(no),
            ReportCell.Of(name),
            count is { } number ? ReportCell.Of(number) : ReportCell.Empty,
            ReportCell.Of((Vnd?)support),
            ReportCell.Of((Vnd?)counterpart),
            support is { } whole ? ReportCell.Of(Share.Of(new Vnd(whole / 3), new Vnd(whole))) : ReportCell.Empty,
            kind == RowKind.Item ? ReportCell.Of(new DateOnly(2024, 9, 5)) : ReportCell.Empty,
        ])
        { Sums = sums };
}
