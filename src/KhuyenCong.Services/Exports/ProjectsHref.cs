using System.Globalization;
using KhuyenCong.Services.Reports;

namespace KhuyenCong.Services.Exports;

/// <summary>Addresses of the projects behind a figure, as filters of the projects' list.</summary>
internal static class ProjectsHref
{
    /// <summary>
    /// Null where the list cannot find just these projects: it shows what stands today, knows no source and no line
    /// of several areas, and finds communes by the unit that the decision named.
    /// </summary>
    /// <param name="summary">The summary, for its filter.</param>
    /// <param name="line">The line; null for the total.</param>
    public static string? Of(BudgetSummary summary, BudgetLine? line)
    {
        if (!summary.IsCurrent || summary.Filter.Source is not null) return null;
        if (line is { CategoryId: null, PlanId: null, Status: null } && (line.UnitId is null || summary.Filter.AreaView == AreaView.Commune)) return null;

        var plan = summary.Filter.PlanId ?? line?.PlanId ?? (summary.Filter.Tranche is null ? null : OnlyPlan(summary));
        if (plan is null && summary.Filter.Tranche is not null) return null;
        (string Name, object? Value)[] filters =
        [
            ("nam", summary.Year), ("da-duyet", 1), ("ke-hoach", plan), ("noi-dung", line?.CategoryId), ("dia-ban", line?.UnitId), ("tinh-trang", line?.Status),
        ];
        return "/de-an?" + string.Join('&', filters.Where(f => f.Value is not null)
            .Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name}={f.Value}")));
    }

    // A year has one plan of each tranche.
    private static int? OnlyPlan(BudgetSummary summary) => summary.Counted is [var plan] ? plan.Id : null;
}
