using KhuyenCong.Services.Reports;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Exports;

/// <summary>The budget summary as a report: the same tables on screen, in print, as workbook and as CSV.</summary>
public static class BudgetSummaryBook
{
    private const string Place = "Đắk Lắk, ";

    /// <param name="summary">The figures.</param>
    /// <param name="preparedBy">Who asked for it.</param>
    /// <param name="preparedAt">The UTC instant.</param>
    public static ReportBook Of(BudgetSummary summary, string preparedBy, DateTime preparedAt) => new()
    {
        Title = $"TỔNG HỢP KINH PHÍ KHUYẾN CÔNG NĂM {summary.Year}",
        SuperiorBody = "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK",
        IssuingBody = "SỞ CÔNG THƯƠNG",
        PlaceAndDate = Place + ViDates.InFull(ViDates.DayOf(preparedAt)),
        Filters = FiltersOf(summary),
        AsOf = summary.AsOf,
        Decisions = [.. summary.Decisions.Select(DecisionText)],
        Notes = [.. NotesOf(summary)],
        Unit = summary.Filter.Unit,
        PreparedBy = preparedBy,
        PreparedAt = preparedAt,
        Tables =
        [
            BudgetSummaryTables.ByCategory(summary), BudgetSummaryTables.ByArea(summary),
            BudgetSummaryTables.ExecutionByCategory(summary), BudgetSummaryTables.ExecutionByPlan(summary),
            BudgetSummaryTables.Ratios(summary), BudgetSummaryTables.BySource(summary),
            BudgetSummaryTables.ByStatus(summary), BudgetSummaryTables.Allotments(summary),
        ],
    };

    /// <summary>"38/QĐ-SCT ngày 05/02/2024", or "(ngày chưa rõ)".</summary>
    public static string DecisionText(SummaryDecision decision) =>
        decision.Number + (decision.IssuedOn is { } day ? " ngày " + ViDates.Day(day) : " (ngày chưa rõ)");

    /// <summary>"nguồn KCĐP", "mọi nguồn".</summary>
    internal static string SourceText(BudgetSummary summary) =>
        summary.Filter.Source is { } source ? "nguồn " + StatusText.Short(source) : "mọi nguồn";

    private static string FiltersOf(BudgetSummary summary)
    {
        var plan = summary.Plans.FirstOrDefault(p => p.Id == summary.Filter.PlanId)?.Title;
        var tranche = summary.Filter.Tranche is { } one ? TrancheText.Of(one) : plan is null ? "tất cả đợt" : null;
        var area = summary.Filter.AreaView switch
        {
            AreaView.FormerDistrict => "địa bàn theo huyện cũ",
            AreaView.Commune => "địa bàn theo xã, phường từ 01/7/2025",
        };
        string?[] parts = [$"Năm {summary.Year}", plan is null ? null : $"kế hoạch «{plan}»", tranche, SourceText(summary), area];
        return string.Join(", ", parts.OfType<string>());
    }

    // DOMAIN §7.11: every printed percentage states its numerator and denominator.
    private static IEnumerable<string> NotesOf(BudgetSummary summary)
    {
        yield return "Chỉ tính đề án thuộc kế hoạch đã phê duyệt, theo nội dung quyết định có hiệu lực đến ngày số liệu.";
        yield return "Tổng kinh phí = kinh phí hỗ trợ + đối ứng + nguồn khác. Đối ứng là cam kết của đơn vị thụ hưởng, không nằm trong dự toán và giải ngân.";
        yield return "Tỷ trọng hỗ trợ (%) = kinh phí hỗ trợ của dòng / tổng kinh phí hỗ trợ của bảng.";
        yield return "Giải ngân = tạm ứng + thanh toán − thu hồi, chỉ gồm khoản kế toán đã ghi sổ. Còn lại = kinh phí hỗ trợ − giải ngân.";
        yield return "Tỷ lệ giải ngân (%) = giải ngân, gồm tạm ứng / kinh phí hỗ trợ đang phê duyệt.";
        yield return "Tỷ lệ thanh toán (%) = thanh toán, không gồm tạm ứng / kinh phí hỗ trợ đang phê duyệt.";
        yield return "Tỷ trọng nguồn (%) = số tiền của nguồn / tổng kinh phí.";
        yield return "Tỷ lệ phân bổ (%) = kinh phí hỗ trợ của mọi kế hoạch đã phê duyệt trong năm / dự toán được giao trong năm.";
        yield return "Giải ngân thuộc dự toán của một năm: của mọi kế hoạch; đề án chuyển năm giải ngân hết phần kinh phí của năm trước rồi mới đến phần của năm sau.";
        yield return "Đề án thuộc nhiều địa bàn hoặc toàn tỉnh được tính một lần, trên một dòng riêng.";
        if (summary.Filter.Source is not null)
            yield return "Lọc theo nguồn: gồm các đề án có kinh phí hỗ trợ từ nguồn đã chọn; đề án có nhiều nguồn được tính trọn kinh phí.";
        if (summary.Counted.Any(p => p.IsIllustrative))
            yield return "Dữ liệu minh họa – không dùng cho công việc thật.";
    }
}
