using KhuyenCong.Services.Money;

namespace KhuyenCong.Services.Inbox;

/// <summary>The home page: what waits for a person, what is late, and where the budget stands.</summary>
/// <param name="Today">Today in Vietnam.</param>
/// <param name="Items">Oldest first within each kind.</param>
/// <param name="Counts">How many wait of each kind, where the items are only the first ones too.</param>
/// <param name="Late">The first late and at-risk projects in scope.</param>
/// <param name="LateCount">All late projects.</param>
/// <param name="AtRiskCount">All projects at risk.</param>
/// <param name="Budgets">The newest year's budgets; empty for people who do not see plans.</param>
public sealed record InboxPage(
    DateOnly Today, IReadOnlyList<InboxItem> Items, IReadOnlyDictionary<InboxKind, int> Counts, IReadOnlyList<LateProject> Late, int LateCount, int AtRiskCount, IReadOnlyList<BudgetPosition> Budgets)
{
    /// <summary>How many wait of a kind, shown or not; read at another moment than the items, so never fewer than those.</summary>
    public int CountOf(InboxKind kind) => Math.Max(Items.Count(i => i.Kind == kind), Counts.GetValueOrDefault(kind));
}

/// <summary>A project behind its time, with the reason in figures.</summary>
public sealed record LateProject(int Id, string Name, Domain.Projects.ProjectSchedule Schedule);
