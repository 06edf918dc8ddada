using KhuyenCong.Architecture.Tests.Database;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Documents;

/// <summary>Documents that are derived from the product are the ones that lie in docs/. APPROVE=1 rewrites them.</summary>
public sealed class DocumentTests
{
    [Fact]
    public void The_workflow_is_as_drawn() => Assert.Empty(ApprovedFile.Differences(WorkflowDocument.Path, WorkflowDocument.Render()));

    [Fact]
    public void The_permissions_are_as_told() => Assert.Empty(ApprovedFile.Differences(PermissionsDocument.Path, PermissionsDocument.Render()));

    [Fact]
    public void The_data_model_is_as_drawn()
    {
        using var db = PortalModels.SqlServer();
        Assert.Empty(ApprovedFile.Differences(DataModelDocument.Path, DataModelDocument.Render(PortalModels.DesignModel(db))));
    }

    [Fact]
    public void Every_transition_stands_in_the_drawing()
    {
        var text = WorkflowDocument.Render();
        Assert.All(PlanWorkflow.Transitions, t => Assert.Contains($"{t.Key.From} --> {t.Value} : ", text, StringComparison.Ordinal));
        Assert.All(ProjectWorkflow.Transitions, t => Assert.Contains($"{t.Key.From} --> {t.Value} : ", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_action_that_somebody_can_do_is_given_to_a_role()
    {
        var permissions = Enum.GetValues<PlanAction>().Select(WorkflowDocument.Permission).Concat(Enum.GetValues<ProjectAction>().Select(WorkflowDocument.Permission)).OfType<string>();
        Assert.All(permissions, permission => Assert.Contains(Enum.GetValues<Role>(), role => RolePermissions.Of(role).Contains(permission)));
    }

    [Fact]
    public void A_line_that_was_changed_by_hand_is_told()
    {
        var text = PermissionsDocument.Render();
        var changed = text.Replace("| `plans.approve` | ✓ |", "| `plans.approve` |   |", StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        Assert.Equal(2, ApprovedFile.Between(changed, text).Count);
    }

    [Fact]
    public void A_line_that_moved_is_told() => Assert.NotEmpty(ApprovedFile.Between("a\nb\n", "b\na\n"));
}
