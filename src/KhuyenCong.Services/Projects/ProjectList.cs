using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Services.Projects;

/// <summary>One page of the list, with the totals over all pages.</summary>
/// <param name="Rows">The page's rows.</param>
/// <param name="Page">From 1; the last page when a later one was asked for.</param>
/// <param name="Totals">Over everything the filter finds.</param>
/// <param name="Choices">What the filters offer.</param>
public sealed record ProjectList(IReadOnlyList<ProjectRow> Rows, int Page, ProjectTotals Totals, ProjectChoices Choices)
{
    /// <summary>The past day whose end is shown; null for the list as it stands.</summary>
    public DateOnly? PastDay { get; init; }

    public int Pages => Math.Max(1, (Totals.Count + ProjectFilter.PageSize - 1) / ProjectFilter.PageSize);
}

/// <summary>Sums over the projects found.</summary>
public sealed record ProjectTotals(int Count, Vnd Support, Vnd Contracted, Vnd Posted, Vnd Pending);

/// <summary>What the filters of the list offer: only what the person's projects hold.</summary>
public sealed record ProjectChoices(
    IReadOnlyList<PlanChoice> Plans, IReadOnlyList<NamedChoice> Categories, IReadOnlyList<NamedChoice> Districts,
    IReadOnlyList<NamedChoice> Communes, IReadOnlyList<NamedChoice> Officers);

/// <summary>A plan to choose.</summary>
public sealed record PlanChoice(int Id, int Year, Tranche Tranche);

/// <summary>Something to choose by its name.</summary>
public sealed record NamedChoice(int Id, string Name);
