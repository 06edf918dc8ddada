using KhuyenCong.Domain.Adjustments;
using Xunit;
using static KhuyenCong.Domain.Adjustments.AdjustmentStatus;

namespace KhuyenCong.Domain.Tests.Adjustments;

public class AdjustmentWorkflowTests
{
    /// <summary>Every state × every action: where it leads, or nowhere.</summary>
    public static TheoryData<AdjustmentStatus, AdjustmentAction, AdjustmentStatus?> Matrix()
    {
        var rows = new TheoryData<AdjustmentStatus, AdjustmentAction, AdjustmentStatus?>();
        foreach (var from in Enum.GetValues<AdjustmentStatus>())
        {
            rows.Add(from, AdjustmentAction.Edit, from is Draft or Returned ? from : null);
            rows.Add(from, AdjustmentAction.Submit, from is Draft or Returned ? Submitted : null);
            rows.Add(from, AdjustmentAction.Return, from is Submitted ? Returned : null);
            rows.Add(from, AdjustmentAction.Reject, from is Submitted ? Rejected : null);
            rows.Add(from, AdjustmentAction.Approve, from is Submitted ? Approved : null);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_action_leads_where_the_table_says(AdjustmentStatus from, AdjustmentAction action, AdjustmentStatus? to) =>
        Assert.Equal(to, AdjustmentWorkflow.Next(from, action));

    [Fact]
    public void The_matrix_holds_every_pair() =>
        Assert.Equal(Enum.GetValues<AdjustmentStatus>().Length * Enum.GetValues<AdjustmentAction>().Length, Matrix().Count);
}
