using KhuyenCong.Services.Money;

namespace KhuyenCong.Services.Inbox;

/// <summary>The home page: what waits for a person, what is late, and where the budget stands.</summary>
/// <param name="Today">Today in Vietnam.</param>
/// <param name="Items">Oldest first within each kind.</param>
/// <param name="Late">The first late and at-risk projects in scope.</param>
/// <param name="LateCount">All late projects.</param>
/// <param name="AtRiskCount">All projects at risk.</param>
/// <param name="Budgets">The newest year's budgets; empty for people who do not see plans.</param>
public sealed record InboxPage(
    DateOnly Today, IReadOnlyList<InboxItem> Items, IReadOnlyList<LateProject> Late, int LateCount, int AtRiskCount, IReadOnlyList<BudgetPosition> Budgets);

/// <summary>A project behind its time, with the reason in figures.</summary>
public sealed record LateProject(int Id, string Name, Domain.Projects.ProjectSchedule Schedule);
