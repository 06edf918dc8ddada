using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Reports;

/// <summary>A line of one table of the summary. The ids say which projects stand behind it.</summary>
/// <param name="Label">What the line is about, in Vietnamese.</param>
/// <param name="Figures">The sums over its projects.</param>
public sealed record BudgetLine(string Label, BudgetFigures Figures)
{
    /// <summary>A short name beside the label: ND1, or the former district of a commune.</summary>
    public string? Code { get; init; }

    /// <summary>The label in few words, for tables of many columns.</summary>
    public string? ShortLabel { get; init; }

    public int? CategoryId { get; init; }

    public int? PlanId { get; init; }

    /// <summary>The one unit that all its projects name or lie in; null on lines that no unit stands for.</summary>
    public int? UnitId { get; init; }

    public ProjectStatus? Status { get; init; }
}
