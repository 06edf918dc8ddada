using System.Text;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Architecture.Tests.Documents;

/// <summary>docs/workflow.md, drawn from the two tables of transitions.</summary>
internal static class WorkflowDocument
{
    public const string Path = "docs/workflow.md";

    /// <summary>What the services ask before each action; null for what nothing in the portal does yet.</summary>
    public static string? Permission(PlanAction action) => action switch
    {
        PlanAction.Edit => Permissions.PlansEdit,
        PlanAction.Submit => Permissions.PlansSubmit,
        PlanAction.Appraise => Permissions.PlansAppraise,
        PlanAction.Return => Permissions.PlansReturn,
        PlanAction.Approve => Permissions.PlansApprove,
        PlanAction.Close => Permissions.YearsClose,
    };

    /// <summary>As for plans.</summary>
    public static string? Permission(ProjectAction action) => action switch
    {
        ProjectAction.Approve => Permissions.PlansApprove,
        ProjectAction.Contract => Permissions.ContractsRecord,
        ProjectAction.Start => Permissions.ProjectsStart,
        ProjectAction.Accept => Permissions.AcceptancesRecord,
        ProjectAction.Stop => Permissions.PlansApprove,
        ProjectAction.Settle or ProjectAction.Reopen => Permissions.MoneyValidate,
    };

    /// <summary>As for plans.</summary>
    public static string? Permission(AdjustmentAction action) => action switch
    {
        AdjustmentAction.Edit => Permissions.AdjustmentsEdit,
        AdjustmentAction.Submit => Permissions.AdjustmentsSubmit,
        AdjustmentAction.Return => Permissions.PlansReturn,
        AdjustmentAction.Reject or AdjustmentAction.Approve => Permissions.PlansApprove,
    };

    public static string Render()
    {
        var text = new StringBuilder();
        text.Append("# Workflow\n\nDrawn from `PlanWorkflow`, `ProjectWorkflow` and `AdjustmentWorkflow` by `DocumentTests`; `APPROVE=1 dotnet test` rewrites it. ");
        text.Append("A status moves by these tables only, and every step stands in the history with who, when and why.\n\n## Plan\n\n");
        Draw(text, PlanWorkflow.Transitions.Select(t => (t.Key.From, t.Key.Action, t.Value)), StatusText.Of, StatusText.Of, PlanStatus.Draft);
        Tell(text, Enum.GetValues<PlanAction>().Select(a => Row(
            a.ToString(), StatusText.Of(a), Permission(a), PlanWorkflow.Transitions.Where(t => t.Key.Action == a).Select(t => (t.Key.From.ToString(), t.Value.ToString())))));
        text.Append("Who submitted a plan may neither appraise nor approve it. Approval carries the projects of the plan with it.\n\n## Project\n\n");
        Draw(text, ProjectWorkflow.Transitions.Select(t => (t.Key.From, t.Key.Action, t.Value)), StatusText.Of, StatusText.Of, ProjectStatus.Registered);
        Tell(text, Enum.GetValues<ProjectAction>().Select(a => Row(
            a.ToString(), StatusText.Of(a), Permission(a), ProjectWorkflow.Transitions.Where(t => t.Key.Action == a).Select(t => (t.Key.From.ToString(), t.Value.ToString())))));
        var reached = ProjectWorkflow.Transitions.SelectMany(t => new[] { t.Key.From, t.Value }).ToHashSet();
        var waiting = Enum.GetValues<ProjectStatus>().Where(s => !reached.Contains(s)).Select(s => $"{s} ({StatusText.Of(s)})");
        text.Append("The first progress update starts a project under contract as well.\n\nStates that no action of the portal leads to yet: ");
        text.Append(string.Join(", ", waiting)).Append(".\n\n## Adjustment\n\n");
        Draw(text, AdjustmentWorkflow.Transitions.Select(t => (t.Key.From, t.Key.Action, t.Value)), AdjustmentText.Of, AdjustmentText.Of, AdjustmentStatus.Draft);
        Tell(text, Enum.GetValues<AdjustmentAction>().Select(a => Row(
            a.ToString(), AdjustmentText.Of(a), Permission(a), AdjustmentWorkflow.Transitions.Where(t => t.Key.Action == a).Select(t => (t.Key.From.ToString(), t.Value.ToString())))));
        text.Append("Configured steps are signed while an adjustment, or an appraised plan, waits for its decision; they move no status.\n");
        return text.ToString();
    }

    private static void Draw<TStatus, TAction>(
        StringBuilder text, IEnumerable<(TStatus From, TAction Action, TStatus To)> transitions,
        Func<TStatus, string> nameOf, Func<TAction, string> verbOf, TStatus first)
        where TStatus : struct, Enum
    {
        var steps = transitions.ToList();
        text.Append("```mermaid\nstateDiagram-v2\n");
        foreach (var status in steps.SelectMany(s => new[] { s.From, s.To }).Distinct().Order())
        {
            text.Append("  state \"").Append(nameOf(status)).Append("\" as ").Append(status).Append('\n');
        }

        text.Append("  [*] --> ").Append(first).Append('\n');
        foreach (var (from, action, to) in steps) text.Append("  ").Append(from).Append(" --> ").Append(to).Append(" : ").Append(verbOf(action)).Append('\n');
        text.Append("```\n\n");
    }

    private static void Tell(StringBuilder text, IEnumerable<string> rows)
    {
        text.Append("| Action | Vietnamese | From → to | Permission | Who |\n|---|---|---|---|---|\n");
        foreach (var row in rows) text.Append(row);
        text.Append('\n');
    }

    private static string Row(string action, string verb, string? permission, IEnumerable<(string From, string To)> steps)
    {
        var who = permission is null ? "nobody yet" : string.Join(", ", Enum.GetValues<Role>().Where(r => RolePermissions.Of(r).Contains(permission)).Select(StatusText.Of));
        return $"| {action} | {verb} | {string.Join("; ", steps.Select(s => s.From == s.To ? $"stays {s.From}" : $"{s.From} → {s.To}"))} | {(permission is null ? "—" : $"`{permission}`")} | {who} |\n";
    }
}
