namespace KhuyenCong.Services.Imports.Categories;

/// <summary>
/// The words by which groups and projects name what NĐ 45/2012/NĐ-CP Điều 4 lists. A phrase that two categories have
/// settles nothing: it is there so that no shorter one does.
/// </summary>
public static class CategoryPhrases
{
    private static readonly Dictionary<string, string[]> ByCode = new(StringComparer.Ordinal)
    {
        ["ND1"] = ["đào tạo nghề", "truyền nghề", "dạy nghề", "đào tạo lao động", "đào tạo tay nghề", "bồi dưỡng tay nghề", "nâng cao tay nghề"],
        ["ND2"] =
        [
            "năng lực quản lý doanh nghiệp", "năng lực quản trị doanh nghiệp", "quản trị doanh nghiệp", "đào tạo quản lý", "khởi sự", "khởi nghiệp",
            "thành lập doanh nghiệp", "năng lực áp dụng sản xuất sạch hơn", "tập huấn sản xuất sạch hơn", "tập huấn về sản xuất sạch hơn",
            "tập huấn áp dụng sản xuất sạch hơn", "đánh giá sản xuất sạch hơn", "áp dụng sản xuất sạch hơn", "mở rộng thị trường tiêu thụ",
        ],
        ["ND3"] =
        [
            "mô hình trình diễn", "trình diễn kỹ thuật", "chuyển giao công nghệ", "chuyển giao tiến bộ khoa học", "đổi mới công nghệ", "đổi mới thiết bị",
            "ứng dụng máy", "ứng dụng thiết bị", "ứng dụng dây chuyền", "ứng dụng hệ thống", "ứng dụng công nghệ", "ứng dụng tiến bộ khoa học",
            "máy móc tiên tiến", "máy móc thiết bị", "thiết bị tiên tiến", "đầu tư máy", "hỗ trợ máy", "mô hình thí điểm sản xuất sạch hơn",
            "mô hình thí điểm áp dụng sản xuất sạch hơn", "mô hình thí điểm về áp dụng sản xuất sạch hơn", "mô hình áp dụng sản xuất sạch hơn",
            "áp dụng sản xuất sạch hơn", "xử lý ô nhiễm tại cơ sở", "xử lý ô nhiễm môi trường tại cơ sở",
        ],
        ["ND4"] =
        [
            "hội chợ", "triển lãm", "bình chọn sản phẩm", "sản phẩm công nghiệp nông thôn tiêu biểu", "sản phẩm CNNT tiêu biểu", "sản phẩm tiêu biểu",
            "phát triển sản phẩm", "thương hiệu", "nhãn hiệu", "mẫu mã bao bì", "thiết kế mẫu mã", "thiết kế bao bì", "phòng trưng bày", "trưng bày sản phẩm",
            "trưng bày giới thiệu sản phẩm", "giới thiệu sản phẩm", "quảng bá sản phẩm", "xúc tiến thương mại", "kết nối cung cầu", "kết nối giao thương",
        ],
        ["ND5"] = ["tư vấn", "trợ giúp"],
        ["ND6"] =
        [
            "tuyên truyền", "thông tin đại chúng", "truyền hình", "truyền thanh", "phát thanh", "phóng sự", "chuyên mục", "bản tin", "ấn phẩm", "tờ rơi",
            "trang thông tin điện tử", "trang tin điện tử", "website", "cung cấp thông tin", "hoạt động truyền thông",
        ],
        ["ND7"] =
        [
            "cụm công nghiệp", "liên doanh", "liên kết", "hiệp hội", "hội ngành nghề", "di dời cơ sở", "di dời các cơ sở", "xử lý ô nhiễm tại cụm công nghiệp",
            "xử lý ô nhiễm môi trường tại cụm công nghiệp", "xử lý ô nhiễm tại các cụm công nghiệp",
        ],
        ["ND8"] = ["hợp tác quốc tế"],
        ["ND9"] =
        [
            "tổ chức thực hiện hoạt động khuyến công", "chi quản lý", "chi phí quản lý", "kinh phí quản lý", "quản lý chung", "quản lý chương trình", "quản lý đề án",
            "nghiệp vụ khuyến công", "học tập kinh nghiệm", "cộng tác viên khuyến công", "cán bộ khuyến công", "cán bộ làm công tác khuyến công",
            "năng lực quản lý nhà nước", "kiểm tra giám sát",
        ],
        ["ND10"] = ["tiêu dùng bền vững", "sản xuất bền vững", "chuyển đổi số", "sản xuất thông minh"],
    };

    /// <summary>Words that hold a phrase and mean nothing by it: the Centre's name, places, other trades.</summary>
    public static IReadOnlyList<string> Neutral { get; } =
    [
        "trung tâm khuyến công và tư vấn phát triển công nghiệp", "trung tâm tư vấn phát triển công nghiệp", "trung tâm khuyến công và tư vấn", "tại cụm công nghiệp",
        "tại các cụm công nghiệp", "trong cụm công nghiệp", "ứng dụng công nghệ thông tin", "ứng dụng hệ thống quản lý", "hội chợ việc làm",
    ];

    /// <summary>The key phrases of a category; none for one that nobody has described.</summary>
    public static IReadOnlyList<string> Of(string code) => ByCode.GetValueOrDefault(code) ?? [];
}
