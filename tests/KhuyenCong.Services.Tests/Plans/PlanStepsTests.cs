using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Domain.Plans.PlanRefusals;

namespace KhuyenCong.Services.Tests.Plans;

public sealed class PlanStepsTests
{
    [Fact]
    public async Task An_empty_plan_is_not_submitted()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.RefusedOnlyBy<NoProjects>(await desk.SubmitAsync(await desk.DraftAsync(Tranche.Numbered(1))));
    }

    [Fact]
    public async Task Each_gap_of_each_project_refuses_the_submission()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(
            PlanDesk.Project("Không địa bàn") with { Area = null }, PlanDesk.Project("Không tiền", "0"), PlanDesk.Project("Không tháng") with { StartMonth = null });
        var result = await desk.SubmitAsync(plan);
        Assert.Equal(Outcome.Refused, result.Outcome);
        Assert.Equal([nameof(AreaNotSet), nameof(NoSupport), nameof(NoPeriod)], result.Refusals.Select(r => r.Code));
        Assert.Equal(PlanStatus.Draft, (await desk.PageAsync(plan)).Status);
    }

    [Fact]
    public async Task Submitting_needs_the_permission_the_plan_and_the_version_shown()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        var seen = await desk.VersionAsync(plan);
        Expect.Done(await desk.AddAsync(plan, PlanDesk.Project("Đề án mới")));
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((PlanSubmissionService s) => s.SubmitAsync(desk.Leader, plan, seen, default))).Outcome);
        Assert.Equal(Outcome.NotFound, (await desk.DoAsync((PlanSubmissionService s) => s.SubmitAsync(desk.Clerk, 999, 0, default))).Outcome);
        var stale = await desk.SubmitAsync(plan, seen);
        Assert.Equal(Outcome.Stale, stale.Outcome);
        Assert.Equal([new StaleRow("Đề án KC-2024-D1-02", "Chưa có", "Mới thêm")], stale.Stale!.Rows);
        Assert.Equal("Trần Thị Bình", stale.Stale.ChangedBy);
    }

    [Fact]
    public async Task A_stale_submission_tells_every_value_that_moved_and_nothing_that_was_shown()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project("Một"), PlanDesk.Project("Hai"), PlanDesk.Project("Ba"));
        var other = await desk.DraftAsync(Tranche.Numbered(2), PlanDesk.Project("Của kế hoạch khác"));
        var (seen, projects) = (await desk.VersionAsync(plan), await desk.ProjectsAsync(plan));
        var form = await desk.FormAsync(plan, projects[0].Id);
        Expect.Done(await desk.EditAsync(plan, projects[0].Id, form with { Support = "120.000.000", Name = "Một rưỡi", Area = "Huyện Ea Kar" }));
        Expect.Done(await desk.MoveAsync(plan, projects[1].Id, up: true));
        Expect.Done(await desk.RemoveAsync(plan, projects[2].Id, projects[2].Version));
        Expect.Done(await desk.AddAsync(other, PlanDesk.Project("Cũng của kế hoạch khác")));

        var rows = (await desk.SubmitAsync(plan, seen)).Stale!.Rows;
        Assert.Contains(new StaleRow("KC-2024-D1-01 – Tên đề án", "Một", "Một rưỡi"), rows);
        Assert.Contains(new StaleRow("KC-2024-D1-01 – Kinh phí hỗ trợ KCĐP năm 2024", "100.000.000\u00A0đ", "120.000.000\u00A0đ"), rows);
        Assert.Contains(new StaleRow("KC-2024-D1-01 – Địa bàn", "–", "Huyện Ea Kar"), rows);
        Assert.Contains(new StaleRow("KC-2024-D1-01 – Địa bàn", "Huyện Krông Năng", "Đã bỏ"), rows);
        Assert.Contains(new StaleRow("KC-2024-D1-02 – Thứ tự trong nhóm", "2", "1"), rows);
        Assert.Contains(new StaleRow("Đề án KC-2024-D1-03", "Có trong kế hoạch", "Đã xóa"), rows);
        Assert.DoesNotContain(rows, r => r.Label.Contains("D2", StringComparison.Ordinal) || r.Current == "Mới thêm");
    }

    [Fact]
    public async Task Opinions_are_kept_while_the_appraisal_runs_and_may_be_replaced()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project("Một"), PlanDesk.Project("Hai"));
        Expect.Done(await desk.SubmitAsync(plan));
        var first = (await desk.ProjectsAsync(plan))[0].Id;
        Expect.Done(await desk.AppraiseAsync(plan, finish: false, opinions: new OpinionRequest { ProjectId = first, Verdict = AppraisalVerdict.Failed, Note = "Thiếu hồ sơ" }));
        Expect.Done(await desk.AppraiseAsync(plan, finish: false, opinions: new OpinionRequest { ProjectId = first, Verdict = AppraisalVerdict.Passed }));
        var shown = (await desk.PageAsync(plan)).Projects.First();
        Assert.Equal((AppraisalVerdict.Passed, null, "Phạm Văn Dũng"), (shown.Verdict, shown.OpinionNote, shown.OpinionBy));
        Assert.Equal(PlanStatus.Submitted, (await desk.PageAsync(plan)).Status);
    }

    [Fact]
    public async Task The_appraisal_does_not_end_without_an_opinion_on_every_project_and_keeps_none_then()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project("Một"), PlanDesk.Project("Hai"));
        Expect.Done(await desk.SubmitAsync(plan));
        var first = (await desk.ProjectsAsync(plan))[0].Id;
        var refusal = Expect.RefusedOnlyBy<NoOpinion>(await desk.AppraiseAsync(
            plan, finish: true, opinions: new OpinionRequest { ProjectId = first, Verdict = AppraisalVerdict.Passed }));
        Assert.Equal("Hai", refusal.ProjectName);
        Assert.Equal(0, await desk.LookAsync(db => db.Opinions.CountAsync()));
    }

    [Theory]
    [InlineData(AppraisalVerdict.Failed)]
    [InlineData(AppraisalVerdict.NeedsChange)]
    public async Task An_opinion_that_is_not_passed_says_why(AppraisalVerdict verdict)
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Expect.Done(await desk.SubmitAsync(plan));
        var project = (await desk.ProjectsAsync(plan)).Single().Id;
        Expect.InvalidIn(await desk.AppraiseAsync(plan, finish: false, opinions: new OpinionRequest { ProjectId = project, Verdict = verdict, Note = " " }), "Opinions[0].Note");
    }

    [Fact]
    public async Task Passing_the_rest_leaves_the_opinions_given_as_they_are()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project("Một"), PlanDesk.Project("Hai"), PlanDesk.Project("Ba"));
        Expect.Done(await desk.SubmitAsync(plan));
        var ids = (await desk.ProjectsAsync(plan)).ConvertAll(p => p.Id);
        Expect.Done(await desk.AppraiseAsync(plan, finish: false, opinions: new OpinionRequest { ProjectId = ids[0], Verdict = AppraisalVerdict.Failed, Note = "Trùng đề án 2023" }));
        Expect.Done(await desk.AppraiseAsync(plan, finish: false, passRest: true, opinions: new OpinionRequest { ProjectId = ids[1], Verdict = AppraisalVerdict.NeedsChange, Note = "Giảm giá" }));
        Assert.Equal(
            [AppraisalVerdict.Failed, AppraisalVerdict.NeedsChange, AppraisalVerdict.Passed],
            (await desk.PageAsync(plan)).Projects.Select(p => p.Verdict!.Value));
    }

    [Fact]
    public async Task An_opinion_on_another_plans_project_is_not_taken()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        var foreign = (await desk.ProjectsAsync(await desk.DraftAsync(Tranche.Numbered(2), PlanDesk.Project()))).Single().Id;
        Expect.Done(await desk.SubmitAsync(plan));
        Expect.Done(await desk.AppraiseAsync(plan, finish: false, opinions: new OpinionRequest { ProjectId = foreign, Verdict = AppraisalVerdict.Passed }));
        Assert.Equal(0, await desk.LookAsync(db => db.Opinions.CountAsync()));
    }

    [Fact]
    public async Task A_second_appraiser_on_an_older_page_is_told_what_the_first_said()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Expect.Done(await desk.SubmitAsync(plan));
        var (seen, project) = (await desk.VersionAsync(plan), (await desk.ProjectsAsync(plan)).Single().Id);
        OpinionRequest opinion = new() { ProjectId = project, Verdict = AppraisalVerdict.Failed, Note = "Không đủ điều kiện" };
        Expect.Done(await desk.AppraiseAsync(plan, finish: false, opinions: opinion));
        var stale = await desk.AppraiseAsync(plan, finish: false, version: seen, opinions: opinion with { Verdict = AppraisalVerdict.Passed });
        Assert.Equal(Outcome.Stale, stale.Outcome);
        Assert.Contains(new StaleRow("KC-2024-D1-01 – Ý kiến thẩm định", "–", "Không đạt"), stale.Stale!.Rows);
    }

    [Fact]
    public async Task A_draft_is_not_appraised_and_who_may_not_appraise_is_turned_away()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Expect.RefusedOnlyBy<WrongStatus>(await desk.AppraiseAsync(plan, finish: false, passRest: true));
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((PlanAppraisalService s) => s.SaveAsync(desk.Leader, plan, new AppraisalRequest(), default))).Outcome);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public async Task A_plan_is_not_returned_without_a_reason(string? reason)
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.InvalidIn(await desk.ReturnAsync(await desk.AppraisedAsync(), reason), "Reason");
    }

    [Fact]
    public async Task A_reason_longer_than_its_field_is_refused()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.InvalidIn(await desk.ReturnAsync(await desk.AppraisedAsync(), new string('x', 2001)), "Reason");
    }

    [Fact]
    public async Task Returning_keeps_the_reason_and_opens_the_plan_for_editing()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.AppraisedAsync();
        Expect.Done(await desk.ReturnAsync(plan, "Bỏ đề án trùng"));
        var page = await desk.PageAsync(plan);
        Assert.Equal((PlanStatus.Returned, true, "Bỏ đề án trùng"), (page.Status, page.IsEditable, page.History[0].Reason));
        Expect.Done(await desk.AddAsync(plan, PlanDesk.Project("Thay thế")));
    }

    [Fact]
    public async Task A_draft_is_not_returned_nor_is_a_stale_page_or_by_a_person_without_the_permission()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var draft = await desk.DraftAsync();
        Expect.RefusedOnlyBy<WrongStatus>(await desk.ReturnAsync(draft, "vì"));
        Assert.Equal(Outcome.Stale, (await desk.ReturnAsync(draft, "vì", version: 77)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.ReturnAsync(draft, "vì", desk.Accountant)).Outcome);
    }

    [Fact]
    public async Task Opinions_of_an_earlier_round_do_not_count_after_resubmission()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        var plan = await desk.AppraisedAsync();
        Expect.Done(await desk.ReturnAsync(plan, "Xem lại"));
        Expect.Done(await desk.SubmitAsync(plan));
        var page = await desk.PageAsync(plan);
        Assert.Equal((2, null), (page.Round, page.Projects.Single().Verdict));
        Expect.RefusedOnlyBy<NoOpinion>(await desk.AppraiseAsync(plan, finish: true));
        await desk.PassAsync(plan);
        Expect.Done(await desk.ApproveAsync(plan));
        Assert.Equal(2, await desk.LookAsync(db => db.Opinions.CountAsync()));
    }

    [Fact]
    public async Task A_returned_plan_may_lose_a_project_that_had_an_opinion()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.AppraisedAsync(PlanDesk.Project("Một"), PlanDesk.Project("Hai"));
        Expect.Done(await desk.ReturnAsync(plan, "Bỏ một đề án"));
        var gone = (await desk.ProjectsAsync(plan))[0];
        Expect.Done(await desk.RemoveAsync(plan, gone.Id, gone.Version));
        Assert.Equal("Hai", Assert.Single((await desk.PageAsync(plan)).Projects).Name);
    }
}
