using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Exports;

/// <summary>A report: its tables, and all that a reader must know to trust them.</summary>
public sealed record ReportBook
{
    public required string Title { get; init; }

    /// <summary>The body that issues the report, in bold at the left of the head.</summary>
    public required string IssuingBody { get; init; }

    /// <summary>The body above it; null where there is none to name.</summary>
    public string? SuperiorBody { get; init; }

    /// <summary>"Đắk Lắk, ngày 05 tháng 02 năm 2024"; null for a report that is not dated.</summary>
    public string? PlaceAndDate { get; init; }

    /// <summary>The filters in a sentence: "Năm 2024, tất cả đợt, nguồn KCĐP".</summary>
    public required string Filters { get; init; }

    /// <summary>The last day whose figures are counted.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The decisions that the figures rest on.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>Notes under each table: above all the numerator and denominator of each percentage.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public required AmountUnit Unit { get; init; }

    /// <summary>The person who prepared it, for the workbook's sheet «Thông tin xuất».</summary>
    public required string PreparedBy { get; init; }

    /// <summary>The UTC instant at which it was prepared.</summary>
    public required DateTime PreparedAt { get; init; }

    public required IReadOnlyList<ReportTable> Tables { get; init; }

    /// <summary>"Số liệu đến ngày 30/09/2024".</summary>
    public string AsOfText => "Số liệu đến ngày " + ViDates.Day(AsOf);

    /// <summary>"Đơn vị tính: triệu đồng", or null without amounts.</summary>
    public string? UnitText => HasAmounts ? "Đơn vị tính: " + VndFormat.Label(Unit) : null;

    /// <summary>Whether any table holds amounts.</summary>
    public bool HasAmounts => Tables.Any(t => t.Columns.Any(c => c.Kind == CellKind.Money));

    /// <summary>"Theo các quyết định: 38/QĐ-SCT; 97/QĐ-SCT", or null without decisions.</summary>
    public string? DecisionsText => Decisions.Count == 0 ? null : "Theo các quyết định: " + string.Join("; ", Decisions);
}
