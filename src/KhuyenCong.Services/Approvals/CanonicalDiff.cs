using System.Globalization;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Services.Approvals;

/// <summary>What differs between two canonical texts, in words for the screen.</summary>
internal static class CanonicalDiff
{
    private const string None = "–";

    /// <param name="seen">The text before.</param>
    /// <param name="now">The text after.</param>
    /// <param name="names">What the keys in it are called, where the reader knows: «norm 2», «register 7».</param>
    public static IReadOnlyList<StaleRow> Rows(string seen, string now, IReadOnlyDictionary<string, string>? names = null)
    {
        var (before, after) = (Values(seen), Values(now));
        return
        [
            .. before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal)
                .Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path))
                .Select(path => new StaleRow(Label(path), Shown(path, before.GetValueOrDefault(path), names), Shown(path, after.GetValueOrDefault(path), names))),
        ];
    }

    private static Dictionary<string, string> Values(string canonical) =>
        CanonicalText.Read(canonical).GroupBy(l => l.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => string.Join("; ", g.Select(l => l.Value)), StringComparer.Ordinal);

    private static string Label(string path)
    {
        var parts = path.Split('.');
        return Of(parts) + Word(parts);
    }

    // An added project has no code yet: it is named by the line that adds it.
    private static string Of(string[] parts) => parts switch
    {
        ["project", var code, ..] when code.StartsWith(CanonicalAdjustment.Added, StringComparison.Ordinal) => $"Đề án bổ sung ở nội dung {code[CanonicalAdjustment.Added.Length..]} – ",
        ["project", var code, "before", ..] => $"{code} trước điều chỉnh – ",
        ["project", var code, ..] => $"{code} – ",
        ["line", var ordinal, ..] => $"Nội dung {ordinal} – ",
        _ => string.Empty,
    };

    private static string Word(string[] parts) => parts switch
    {
        [] or [""] => "Mẫu văn bản",
        ["sum", "projects"] => "Số đề án",
        ["sum", var figure] => $"Tổng cộng: {Field(figure)}",
        ["group", var ordinal, ..] => $"Nhóm {ordinal}",
        [.., "support", var source, var year] => $"Hỗ trợ {(source == nameof(FundingSource.National) ? "KCQG" : "KCĐP")} năm {year}",
        _ => Field(parts[^1]),
    };

    private static string Field(string name) => name switch
    {
        "name" => "Tên đề án",
        "implementing" => "Đơn vị thực hiện",
        "beneficiary" => "Đơn vị thụ hưởng",
        "register" => "Đơn vị thụ hưởng trong danh bạ",
        "objectives" => "Mục tiêu, quy mô",
        "area" => "Địa bàn",
        "from" => "Tháng bắt đầu",
        "to" => "Tháng kết thúc",
        "support" => "Kinh phí hỗ trợ",
        "counterpart" => "Đối ứng",
        "other" => "Nguồn khác",
        "total" => "Tổng kinh phí",
        "norm" => "Định mức",
        "eligible" => "Chi phí hợp lệ",
        "establishments" => "Số cơ sở",
        "overNorm" => "Lý do vượt định mức",
        "note" => "Ghi chú",
        "place" => "Vị trí trong phụ lục",
        "reason" => "Lý do",
        "kind" => "Loại điều chỉnh",
        "recover" => "Phải thu hồi",
        "recoverBy" => "Hạn thu hồi",
        "stopped" => "Ngừng thực hiện",
        "title" => "Tên kế hoạch",
        _ => "Nội dung khác",
    };

    // Amounts are the only plain numbers of more than three digits beside years.
    private static string Shown(string path, string? value, IReadOnlyDictionary<string, string>? names)
    {
        if (value is null) return None;
        var field = path[(path.LastIndexOf('.') + 1)..];
        if (names is not null && field is "norm" or "register") return string.Join(", ", value.Split(' ').Select(key => names!.GetValueOrDefault($"{field} {key}") ?? key));
        if (field is "stopped") return "có";
        if (field is "area") return CanonicalTerms.AreaShown(value);
        if (field is "from" or "to" && ViShape.Month(value[..7]) is { } month) return ViDates.Month(month);
        if (path.EndsWith(".kind", StringComparison.Ordinal) && Enum.TryParse<AdjustmentKind>(value, out var kind) && Enum.IsDefined(kind)) return AdjustmentText.Of(kind);
        var isAmount = path.Contains("support", StringComparison.Ordinal) || path.EndsWith("counterpart", StringComparison.Ordinal) || path.EndsWith("other", StringComparison.Ordinal)
            || path.EndsWith("total", StringComparison.Ordinal) || path.EndsWith("eligible", StringComparison.Ordinal) || path.EndsWith("recover", StringComparison.Ordinal);
        if (isAmount && long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var dong)) return VndFormat.DongShort(new Vnd(dong));
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return ViDates.Day(day);
        return value;
    }
}
