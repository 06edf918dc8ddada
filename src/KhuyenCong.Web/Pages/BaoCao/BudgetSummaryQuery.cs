using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services;
using KhuyenCong.Services.Exports;
using KhuyenCong.Services.Reports;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Web.Pages.BaoCao;

/// <summary>The filter of the budget summary as it stands in the address; what cannot be read is told, never ignored.</summary>
public sealed class BudgetSummaryQuery
{
    private readonly IQueryCollection _query;
    private readonly List<FieldError> _errors = [];

    public BudgetSummaryQuery(IQueryCollection query)
    {
        _query = query;
        Filter = new BudgetSummaryFilter
        {
            Year = Number("nam", nameof(BudgetSummaryFilter.Year), "Chọn năm kế hoạch là một số có bốn chữ số."),
            PlanId = Number("ke-hoach", nameof(BudgetSummaryFilter.PlanId), "Chọn kế hoạch có trong danh sách."),
            Tranche = Choice("dot", nameof(BudgetSummaryFilter.Tranche), "Chọn đợt có trong danh sách.", Tranches),
            Source = Choice("nguon", nameof(BudgetSummaryFilter.Source), "Chọn nguồn kinh phí có trong danh sách.", Sources),
            AreaView = Choice("dia-ban", nameof(BudgetSummaryFilter.AreaView), "Chọn cách tổng hợp địa bàn có trong danh sách.", AreaViews) ?? AreaView.FormerDistrict,
            Unit = Choice("don-vi", nameof(BudgetSummaryFilter.Unit), "Chọn đơn vị tính là đồng hoặc triệu đồng.", Units) ?? AmountUnit.Dong,
            AsOf = Day(DayName, nameof(BudgetSummaryFilter.AsOf), "Nhập ngày số liệu dạng ngày/tháng/năm, ví dụ 30/09/2024."),
        };
        Format = Choice("dinh-dang", "", "Tệp tải về chỉ có định dạng xlsx hoặc csv.", Formats);
    }

    public static IReadOnlyDictionary<string, FundingSource> Sources { get; } =
        new Dictionary<string, FundingSource>(StringComparer.Ordinal) { ["kcdp"] = FundingSource.Local, ["kcqg"] = FundingSource.National };

    public static IReadOnlyDictionary<string, AreaView> AreaViews { get; } =
        new Dictionary<string, AreaView>(StringComparer.Ordinal) { ["huyen-cu"] = AreaView.FormerDistrict, ["xa"] = AreaView.Commune };

    public static IReadOnlyDictionary<string, AmountUnit> Units { get; } =
        new Dictionary<string, AmountUnit>(StringComparer.Ordinal) { ["dong"] = AmountUnit.Dong, ["trieu-dong"] = AmountUnit.Million };

    public static IReadOnlyDictionary<string, Tranche> Tranches { get; } = Tranche.All.ToDictionary(t => t.ShortCode, StringComparer.OrdinalIgnoreCase);

    public BudgetSummaryFilter Filter { get; }

    /// <summary>The file asked for; null for the page.</summary>
    public ExportFormat? Format { get; }

    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>The day as it stands in the address.</summary>
    public string? TypedDay => Typed(DayName);

    // As on every page; an address that was kept may still say it the former way.
    private string DayName => Typed("ngay") is null && Typed("den-ngay") is not null ? "den-ngay" : "ngay";

    private static IReadOnlyDictionary<string, ExportFormat> Formats { get; } =
        new Dictionary<string, ExportFormat>(StringComparer.Ordinal) { ["xlsx"] = ExportFormat.Xlsx, ["csv"] = ExportFormat.Csv };

    private int? Number(string name, string field, string message)
    {
        if (Typed(name) is not { } typed) return null;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        _errors.Add(new FieldError(field, message));
        return null;
    }

    private T? Choice<T>(string name, string field, string message, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (Typed(name) is not { } typed) return null;
        if (choices.TryGetValue(typed, out var choice)) return choice;
        _errors.Add(new FieldError(field, message));
        return null;
    }

    private DateOnly? Day(string name, string field, string message)
    {
        if (Typed(name) is not { } typed) return null;
        if (ViDates.TryReadDate(typed, out var day)) return day;
        _errors.Add(new FieldError(field, message));
        return null;
    }

    // An empty choice of the form means «all»; a repeated parameter reads as one that is in no list.
    private string? Typed(string name) => _query[name].ToString().Trim() is { Length: > 0 } typed ? typed : null;
}
