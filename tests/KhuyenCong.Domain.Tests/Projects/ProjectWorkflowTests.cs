using KhuyenCong.Domain.Projects;
using Xunit;
using static KhuyenCong.Domain.Projects.ProjectStatus;

namespace KhuyenCong.Domain.Tests.Projects;

public class ProjectWorkflowTests
{
    /// <summary>Every state × every action: where it leads, or nowhere.</summary>
    public static TheoryData<ProjectStatus, ProjectAction, ProjectStatus?> Matrix()
    {
        var rows = new TheoryData<ProjectStatus, ProjectAction, ProjectStatus?>();
        foreach (var from in Enum.GetValues<ProjectStatus>())
        {
            rows.Add(from, ProjectAction.Approve, from is Registered or Surveyed or Drafted or Appraised ? Approved : null);
            rows.Add(from, ProjectAction.Contract, from switch { Approved or Contracted => Contracted, InProgress => InProgress, _ => null });
            rows.Add(from, ProjectAction.Start, from is Approved or Contracted ? InProgress : null);
            rows.Add(from, ProjectAction.Accept, from is InProgress ? Accepted : null);
            rows.Add(from, ProjectAction.Stop, from is Approved or Contracted or InProgress ? Discontinued : null);
            rows.Add(from, ProjectAction.Settle, from is Accepted ? Settled : null);
            rows.Add(from, ProjectAction.Reopen, from is Settled ? Accepted : null);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_action_leads_where_the_table_says_or_is_refused(ProjectStatus from, ProjectAction action, ProjectStatus? to)
    {
        Assert.Equal(to, ProjectWorkflow.Next(from, action));
        var refusals = ProjectRules.WhyNotMove(from, action);
        if (to is not null) Assert.Empty(refusals);
        else Assert.Equal(new ProjectRefusals.WrongStatus(action, from), Assert.Single(refusals));
    }

    [Theory]
    [InlineData(Registered, new[] { Registered, Approved, Contracted, InProgress, Accepted, Settled, Discontinued })]
    [InlineData(Contracted, new[] { Contracted, InProgress, Accepted, Settled, Discontinued })]
    [InlineData(InProgress, new[] { InProgress, Accepted, Settled, Discontinued })]
    [InlineData(Accepted, new[] { Accepted, Settled })]
    [InlineData(Withdrawn, new[] { Withdrawn })]
    public void What_lies_ahead_is_every_state_that_the_transitions_lead_to(ProjectStatus status, ProjectStatus[] ahead) =>
        Assert.Equal(ahead, ProjectWorkflow.Ahead(status).Order());

    [Fact]
    public void The_matrix_holds_every_pair() =>
        Assert.Equal(Enum.GetValues<ProjectStatus>().Length * Enum.GetValues<ProjectAction>().Length, Matrix().Count);

    [Theory]
    [InlineData(2024, 11, 15, 2024, 10, 60, ScheduleStanding.Late, 15)]
    [InlineData(2024, 11, 15, 2024, 11, 69, ScheduleStanding.AtRisk, 15)]
    [InlineData(2024, 11, 15, 2024, 11, 70, ScheduleStanding.OnTime, 0)]
    [InlineData(2024, 11, 30, 2024, 11, 0, ScheduleStanding.AtRisk, 0)]
    [InlineData(2024, 12, 1, 2024, 11, 100, ScheduleStanding.Late, 1)]
    [InlineData(2024, 12, 1, 2024, 12, 0, ScheduleStanding.AtRisk, 30)]
    [InlineData(2024, 11, 30, 2024, 12, 0, ScheduleStanding.OnTime, 0)]
    public void Late_is_past_the_last_day_and_at_risk_is_near_it_with_too_little_done(
        int year, int month, int day, int endYear, int endMonth, int percent, ScheduleStanding standing, int days)
    {
        var (today, end) = (new DateOnly(year, month, day), new DateOnly(endYear, endMonth, 1));

        var schedule = ProjectSchedule.Of(InProgress, end, percent, today);

        Assert.Equal((standing, days), (schedule.Standing, schedule.Days));
        // What queries compare by says the same.
        Assert.Equal(standing == ScheduleStanding.Late, end < ProjectSchedule.LateBefore(today));
        Assert.Equal(
            standing == ScheduleStanding.AtRisk,
            end >= ProjectSchedule.LateBefore(today) && end <= ProjectSchedule.RiskUntil(today) && percent < ProjectSchedule.RiskPercent);
    }

    [Fact]
    public void Only_projects_under_way_are_late()
    {
        foreach (var status in Enum.GetValues<ProjectStatus>())
        {
            var standing = ProjectSchedule.Of(status, new(2024, 1, 1), 0, new(2024, 11, 15)).Standing;
            Assert.Equal(status is Approved or Contracted or InProgress ? ScheduleStanding.Late : ScheduleStanding.OnTime, standing);
        }
    }
}
