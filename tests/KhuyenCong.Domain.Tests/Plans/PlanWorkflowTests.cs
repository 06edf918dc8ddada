using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using Xunit;

namespace KhuyenCong.Domain.Tests.Plans;

public class PlanWorkflowTests
{
    private static readonly Actor Somebody = new(7, "Trần Thị Bình", new HashSet<string>(StringComparer.Ordinal));
    private static readonly DateTime At = new(2024, 2, 5, 2, 0, 0, DateTimeKind.Utc);

    // Every state × every action, written out by hand; "-" is no such transition.
    private const string Matrix = """
                  Edit      Submit     Appraise   Return    Approve   Close
        Draft     Draft     Submitted  -          -         -         -
        Submitted -         -          Appraised  Returned  -         -
        Appraised -         -          -          Returned  Approved  -
        Returned  Returned  Submitted  -          -         -         -
        Approved  -         -          -          -         -         Closed
        Closed    -         -          -          -         -         -
        """;

    public static TheoryData<PlanStatus, PlanAction, PlanStatus?> Cells()
    {
        var lines = Matrix.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        var cells = new TheoryData<PlanStatus, PlanAction, PlanStatus?>();
        foreach (var line in lines.Skip(1))
        {
            for (var i = 0; i < lines[0].Length; i++)
            {
                cells.Add(Enum.Parse<PlanStatus>(line[0]), Enum.Parse<PlanAction>(lines[0][i]), line[i + 1] == "-" ? null : Enum.Parse<PlanStatus>(line[i + 1]));
            }
        }

        return cells;
    }

    [Fact]
    public void The_matrix_names_every_state_and_every_action() =>
        Assert.Equal(Enum.GetValues<PlanStatus>().Length * Enum.GetValues<PlanAction>().Length, Cells().Count);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_state_takes_each_action_as_the_matrix_says(PlanStatus from, PlanAction action, PlanStatus? to)
    {
        var plan = Plans.In(from);
        var (version, steps) = (plan.Version, plan.History.Count);
        Assert.Equal(to, PlanWorkflow.Next(from, action));
        if (to is null)
        {
            Assert.Equal([new PlanRefusals.WrongStatus(action, from)], PlanRules.WhyNotMove(plan, action));
            Assert.Throws<RefusedActionException>(() => plan.Move(action, Somebody, At));
            Assert.Equal((from, version, steps), (plan.Status, plan.Version, plan.History.Count));
            return;
        }

        plan.Move(action, Somebody, At, "vì lý do");
        Assert.Equal(to, plan.Status);
        Assert.True(plan.Version > version);
        var step = plan.History.Last();
        Assert.Equal((from, action, to.Value, 7, "Trần Thị Bình", At, "vì lý do"), (step.From, step.Action, step.To, step.ById, step.ByName, step.At, step.Reason));
    }

    [Fact]
    public void Submitting_opens_a_new_round_and_remembers_who_submitted()
    {
        var plan = Plans.In(PlanStatus.Returned);
        var round = plan.Round;
        plan.Move(PlanAction.Submit, Somebody, At);
        Assert.Equal((round + 1, 7, At), (plan.Round, plan.SubmittedById, plan.SubmittedAt));
    }

    [Theory]
    [InlineData(PlanStatus.Draft, true)]
    [InlineData(PlanStatus.Returned, true)]
    [InlineData(PlanStatus.Submitted, false)]
    [InlineData(PlanStatus.Appraised, false)]
    [InlineData(PlanStatus.Approved, false)]
    [InlineData(PlanStatus.Closed, false)]
    public void Only_drafts_and_returned_plans_are_edited(PlanStatus status, bool editable) => Assert.Equal(editable, Plans.In(status).IsEditable);
}
