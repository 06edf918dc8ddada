using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Categories;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Units, categories and small annexes for the import tests.</summary>
internal static class AnnexFixture
{
    public static readonly DateOnly Day2024 = new(2024, 2, 1);
    private static readonly DateOnly Ever = new(1900, 1, 1);
    private static readonly DateOnly LastDistrictDay = new(2025, 6, 30);
    private static readonly DateOnly NewDay = new(2025, 7, 1);

    public static readonly IReadOnlyList<UnitName> Units =
    [
        new(1, "Tỉnh Đắk Lắk", UnitLevel.Province, Ever, LastDistrictDay, null, ["Dak Lak", "Daklak"]),
        District(10, "Huyện Krông Búk"), District(11, "Huyện M'Đrắk", "Huyện M'Drăk"), District(12, "Huyện Krông Năng"),
        District(13, "Huyện Krông Bông"), District(14, "Huyện Ea Kar"), District(15, "Huyện Cư M'gar"), District(16, "Huyện Buôn Đôn"),
        District(17, "Thị xã Buôn Hồ"), District(18, "Thành phố Buôn Ma Thuột", "TP BMT"), District(19, "Huyện Krông A Na"), District(20, "Huyện Ea H'leo"),
        Commune(30, "Thị trấn Ea Kar", "Huyện Ea Kar"), Commune(31, "Xã Cư M'gar", "Huyện Cư M'gar"), Commune(32, "Xã KRông Búk", "Huyện Krông Pắc"),
        Commune(33, "Xã Tân Hoà", "Huyện Buôn Đôn"), Commune(34, "Phường Tân Hòa", "Thành phố Buôn Ma Thuột"),
        Commune(35, "Xã Hòa Sơn", "Huyện Krông Bông"), Commune(36, "Xã Hòa Phú", "Thành phố Buôn Ma Thuột"),
        Commune(37, "Xã Tân Lập", "Huyện Krông Búk"), Commune(38, "Xã Tân Lập", "Huyện Krông Năng"), Commune(39, "Xã Pơng Drang", "Huyện Krông Búk"),
        new(50, "Tỉnh Đắk Lắk", UnitLevel.Province, NewDay, null, null, []),
        new(51, "Xã Krông Búk", UnitLevel.Commune, NewDay, null, "Tỉnh Đắk Lắk", []),
    ];

    /// <summary>A new one each time: it remembers what it has read.</summary>
    public static AreaResolver Areas => new(Units, Day2024);

    public static CategoryMatcher Categories => new(
    [
        Category("ND1", "Đào tạo nghề, truyền nghề"),
        Category("ND2", "Nâng cao năng lực quản lý, năng lực áp dụng sản xuất sạch hơn; khởi sự, thành lập doanh nghiệp"),
        Category("ND3", "Mô hình trình diễn kỹ thuật; chuyển giao công nghệ, ứng dụng máy móc tiên tiến; mô hình thí điểm sản xuất sạch hơn"),
        Category("ND4", "Phát triển sản phẩm công nghiệp nông thôn tiêu biểu (bình chọn, hội chợ, thương hiệu, phòng trưng bày)"),
        Category("ND5", "Tư vấn, trợ giúp"),
        Category("ND6", "Thông tin, tuyên truyền"),
        Category("ND7", "Liên doanh, liên kết, phát triển cụm công nghiệp, di dời cơ sở gây ô nhiễm"),
        Category("ND8", "Hợp tác quốc tế về khuyến công"),
        Category("ND9", "Nâng cao năng lực quản lý và tổ chức thực hiện hoạt động khuyến công"),
        Category("ND10", "Sản xuất và tiêu dùng bền vững; chuyển đổi số"),
    ]);

    /// <summary>Answers by their subjects, as a preview keeps them.</summary>
    public static AnnexChoices Answers(params (string Subject, string Value)[] answers) => AnnexAnswers.Read(answers.Select(a => new KeyValuePair<string, string>(a.Subject, a.Value)));

    /// <summary>One reason for every kind of warning, and all that need no words seen.</summary>
    public static AnnexChoices ReasonForAll(string reason) => Answers(
    [
        .. Enum.GetValues<AnnexProblemKind>().Select(k => (AnnexAnswers.OfReason(k), new AnnexWarningGroup(k, []).IsOnlySeen ? AnnexAnswers.Seen : reason)),
    ]);

    public static AnnexReferences References => new(Areas, Categories);

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));

    public static AnnexReading Read(byte[] file, AnnexChoices? choices = null, AnnexTarget? target = null)
    {
        var workbook = WorkbookReader.Read(file, TestContext.Current.CancellationToken);
        Assert.Null(workbook.Problem);
        return AnnexReader.Read(workbook.Content!, References, choices, target);
    }

    public static AnnexPreview Preview(this WorkbookBuilder workbook, AnnexChoices? choices = null, AnnexTarget? target = null)
    {
        var reading = Read(workbook.Build(), choices, target);
        Assert.Null(reading.Problem);
        return reading.Preview!;
    }

    /// <summary>A one-level header at row 3, unit in row 1; columns A to H.</summary>
    public static WorkbookBuilder Small(string? unit = "Đơn vị tính: triệu đồng")
    {
        var workbook = new WorkbookBuilder();
        if (unit is not null) workbook.Text("A1", unit);
        return workbook.Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ", "Đối ứng", "Nguồn khác")
            .Line(4, 1, "I", "Thông tin, tuyên truyền");
    }

    public static WorkbookBuilder Item(this WorkbookBuilder workbook, int row, object? number, string? name = "Đề án", object? total = null, object? support = null, object? counterpart = null) =>
        workbook.Line(row, 1, number, name is null ? null : name + " " + row, "Huyện Ea Kar", "05/2024", total ?? 100, support ?? 60, counterpart ?? 40);

    /// <summary>Nothing to remark, and that many projects.</summary>
    public static void AssertClean(AnnexPreview preview, int count)
    {
        Assert.Empty(preview.Faults.Select(AnnexTexts.Sentence));
        Assert.Empty(preview.Warnings.Select(AnnexTexts.Sentence));
        Assert.Empty(preview.Consequences.Select(AnnexTexts.Sentence));
        Assert.Equal(count, preview.Count);
    }

    public static string[] Kinds(this IEnumerable<AnnexProblem> problems) => [.. problems.Select(p => $"{p.Cell} {p.Kind}")];

    private static CategoryName Category(string code, string title) => new(code, title, CategoryPhrases.Of(code));

    private static UnitName District(int id, string name, params string[] aliases) =>
        new(id, name, UnitLevel.District, Ever, LastDistrictDay, "Tỉnh Đắk Lắk", aliases);

    private static UnitName Commune(int id, string name, string district) =>
        new(id, name, UnitLevel.Commune, Ever, LastDistrictDay, district, []);
}
