using System.Globalization;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Domain.Plans.PlanRefusals;

namespace KhuyenCong.Services.Tests.Plans;

public sealed class PlanApprovalServiceTests
{
    [Fact]
    public async Task Approval_brings_projects_support_and_allotment_into_force_together()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        var plan = await desk.AppraisedAsync(PlanDesk.Project(), PlanDesk.Project("Máy rang", "60.000.000"));

        Expect.Done(await desk.ApproveAsync(plan, r => r with { StatedTotal = "260.000.000", StatedBasis = StatedBasis.Total, StatedCount = 2 }));

        var projects = await desk.ProjectsAsync(plan);
        Assert.All(projects, p => Assert.Equal(ProjectStatus.Approved, p.Status));
        Assert.Equal([Vnd.Million(100), Vnd.Million(60)], projects.Select(p => p.Support));
        var allotment = await desk.LookAsync(db => db.Allotments.SingleAsync());
        Assert.Equal((Vnd.Million(160), Vnd.Million(840)), (allotment.Allocated, allotment.Unallocated));
        var decision = await desk.LookAsync(db => db.Decisions.Where(d => d.PlanId != null).Include(d => d.Document).SingleAsync());
        Assert.Equal(("38/QĐ-SCT", 2024, new DateOnly(2024, 11, 14), "quyet-dinh.pdf"), (decision.Number, decision.Year, decision.EffectiveFrom, decision.Document!.FileName));
        Assert.Equal((Vnd.Million(260), 2), (decision.ComputedTotal, decision.ComputedCount));
        var terms = await desk.LookAsync(db => db.ProjectTerms.AsNoTracking().ToListAsync());
        Assert.All(terms, t => Assert.Equal((decision.Id, decision.EffectiveFrom), (t.DecisionId!.Value, t.EffectiveFrom!.Value)));
        Assert.Equal(PlanStatus.Approved, (await desk.PageAsync(plan)).Status);
    }

    [Fact]
    public async Task Before_its_effective_day_the_plan_shows_nothing()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        var plan = await desk.AppraisedAsync();
        Expect.Done(await desk.ApproveAsync(plan));
        Assert.Equal(0, (await desk.PageAsync(plan, new DateOnly(2024, 11, 13))).Figures.Count);
        Assert.Equal(1, (await desk.PageAsync(plan, new DateOnly(2024, 11, 14))).Figures.Count);
    }

    [Fact]
    public async Task A_supplement_is_recorded_as_such()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        Expect.Done(await desk.ApproveAsync(await desk.AppraisedAsync(Tranche.Supplement())));
        Assert.Equal(DecisionKind.Supplement, await desk.LookAsync(db => db.Decisions.Where(d => d.PlanId != null).Select(d => d.Kind).SingleAsync()));
    }

    [Fact]
    public async Task Only_who_may_approve_approves()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.AppraisedAsync();
        foreach (var other in new[] { desk.Clerk, desk.Appraiser, desk.Accountant })
        {
            Assert.Equal(Outcome.Forbidden, (await desk.ApproveAsync(plan, by: other)).Outcome);
        }
    }

    [Fact]
    public async Task Who_submitted_may_not_approve_even_as_a_leader()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        var plan = await desk.AppraisedAsync();
        await using (var db = desk.Portal.Db())
        {
            db.UserRoles.Add(new() { UserId = desk.Clerk.UserId!.Value, RoleId = await db.Roles.Where(r => r.Name == nameof(Role.Leader)).Select(r => r.Id).SingleAsync() });
            await db.SaveAsync(desk.Leader, null, default);
        }

        Expect.RefusedOnlyBy<SubmitterMayNotApprove>(await desk.ApproveAsync(plan, by: desk.Leader with { UserId = desk.Clerk.UserId }));
        await NothingWasWrittenAsync(desk);
    }

    [Fact]
    public async Task A_plan_beyond_the_unallocated_is_refused_with_the_amounts()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("99.999.999");
        var plan = await desk.AppraisedAsync();
        var refusal = Expect.RefusedOnlyBy<OverAllotment>(await desk.ApproveAsync(plan));
        Assert.Equal((Vnd.Million(100), new Vnd(99_999_999)), (refusal.Asked, refusal.Unallocated));
        await NothingWasWrittenAsync(desk);
    }

    [Fact]
    public async Task Without_an_allotment_nothing_is_approved()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.RefusedOnlyBy<NoAllotment>(await desk.ApproveAsync(await desk.AppraisedAsync()));
    }

    [Fact]
    public async Task Every_reason_is_told_at_once()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Expect.Done(await desk.SubmitAsync(plan));
        var project = (await desk.ProjectsAsync(plan)).Single().Id;
        Expect.Done(await desk.AppraiseAsync(plan, finish: true, opinions: new OpinionRequest { ProjectId = project, Verdict = AppraisalVerdict.NeedsChange, Note = "Thiếu báo giá" }));
        var result = await desk.ApproveAsync(plan, r => r with { IssuedOn = null, File = null, StatedTotal = "1", StatedBasis = StatedBasis.Total, StatedCount = 9 });
        Assert.Equal(
            [nameof(OpinionBlocks), nameof(NoAllotment), nameof(DecisionDateMissing), nameof(DecisionFileMissing), nameof(StatedTotalDiffers), nameof(StatedCountDiffers)],
            result.Refusals.Select(r => r.Code));
        await NothingWasWrittenAsync(desk);
    }

    [Fact]
    public async Task A_missing_number_body_signatory_or_title_is_asked_for()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var result = await desk.ApproveAsync(await desk.AppraisedAsync(), r => new ApprovalRequest { Version = r.Version, StatedTotal = "1.2", IssuedOn = "31/02/2024" });
        Expect.InvalidIn(result, "Number", "IssuedOn", "IssuingBodyId", "Signatory", "SignatoryTitle", "StatedTotal", "StatedBasis");
    }

    [Fact]
    public async Task An_unknown_body_is_asked_for()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.InvalidIn(await desk.ApproveAsync(await desk.AppraisedAsync(), r => r with { IssuingBodyId = 999 }), "IssuingBodyId");
    }

    [Theory]
    [InlineData("", "Tệp trống")]
    [InlineData("PK\u0003\u0004 word", "không phải PDF")]
    public async Task A_file_that_is_no_pdf_is_refused_by_its_content(string content, string says)
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        var result = await desk.ApproveAsync(await desk.AppraisedAsync(), r => r with { File = PlanDesk.Pdf(content) });
        Expect.InvalidIn(result, "File");
        Assert.Contains(says, result.Errors[0].Message, StringComparison.Ordinal);
        await NothingWasWrittenAsync(desk);
    }

    [Fact]
    public async Task A_file_over_20_MB_is_refused()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var upload = PlanDesk.Pdf() with { Length = DocumentIntake.MaxPdfLength + 1 };
        Expect.InvalidIn(await desk.ApproveAsync(await desk.AppraisedAsync(), r => r with { File = upload }), "File");
    }

    [Fact]
    public async Task A_decision_dated_tomorrow_is_refused()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        var refusal = Expect.RefusedOnlyBy<DecisionDateInFuture>(await desk.ApproveAsync(await desk.AppraisedAsync(), r => r with { IssuedOn = "16/11/2024" }));
        Assert.Equal(new DateOnly(2024, 11, 16), refusal.IssuedOn);
    }

    [Fact]
    public async Task An_effective_day_does_not_stand_in_for_the_date_of_a_real_plan()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        Expect.RefusedOnlyBy<DecisionDateMissing>(await desk.ApproveAsync(await desk.AppraisedAsync(), r => r with { IssuedOn = null, EffectiveFrom = "14/11/2024" }));
    }

    [Fact]
    public async Task A_difference_from_the_stated_figures_needs_a_reason_and_keeps_it()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        var plan = await desk.AppraisedAsync();
        ApprovalRequest Stated(ApprovalRequest r) => r with { StatedTotal = "100.000.001", StatedBasis = StatedBasis.Support, StatedCount = 1 };
        var refusal = Expect.RefusedOnlyBy<StatedTotalDiffers>(await desk.ApproveAsync(plan, Stated));
        Assert.Equal((new Vnd(100_000_001), Vnd.Million(100)), (refusal.Stated, refusal.Computed));

        Expect.Done(await desk.ApproveAsync(plan, r => Stated(r) with { DifferenceReason = "  Quyết định in nhầm  " }));
        var decision = (await desk.PageAsync(plan)).Decision!;
        Assert.Equal((false, true, "Quyết định in nhầm"), (decision.TotalAgrees, decision.CountAgrees, decision.DifferenceReason));
    }

    [Theory]
    [InlineData("38/QĐ-SCT", true)]
    [InlineData(" 38/qđ-sct ", true)]
    [InlineData("038/QĐ-SCT", false)]
    public async Task A_number_is_given_once_a_year_whatever_its_case_and_keeps_its_leading_zeros(string number, bool taken)
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        Expect.Done(await desk.ApproveAsync(await desk.AppraisedAsync()));
        var second = await desk.AppraisedAsync(Tranche.Numbered(2));
        var result = await desk.ApproveAsync(second, r => r with { Number = number });
        if (taken)
        {
            Expect.RefusedOnlyBy<DecisionNumberTaken>(result);
            return;
        }

        Expect.Done(result);
        Assert.Equal(number, (await desk.PageAsync(second)).Decision!.Number);
    }

    [Fact]
    public async Task What_is_typed_in_parts_is_stored_composed()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        var plan = await desk.AppraisedAsync();
        Expect.Done(await desk.ApproveAsync(plan, r => r with { Number = r.Number!.Normalize(System.Text.NormalizationForm.FormD), Signatory = "Nguyễn Minh Tâm".Normalize(System.Text.NormalizationForm.FormD) }));
        var decision = (await desk.PageAsync(plan)).Decision!;
        Assert.Equal(("38/QĐ-SCT", "Nguyễn Minh Tâm"), (decision.Number, decision.Signatory));
    }

    [Fact]
    public async Task A_page_shown_before_the_plan_moved_is_stale_and_says_what_moved()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        var plan = await desk.AppraisedAsync();
        var seen = await desk.VersionAsync(plan);
        Expect.Done(await desk.ReturnAsync(plan, "Sửa lại", desk.Appraiser));
        var result = await desk.ApproveAsync(plan, r => r with { Version = seen });
        Assert.Equal(Outcome.Stale, result.Outcome);
        Assert.Equal([new StaleRow("Tình trạng kế hoạch", "Đã thẩm định", "Trả lại")], result.Stale!.Rows);
        Assert.Equal("Phạm Văn Dũng", result.Stale.ChangedBy);
    }

    [Fact]
    public async Task Of_two_leaders_who_approve_at_once_one_approves_and_the_other_is_told()
    {
        await using var desk = await PlanDesk.OpenAsync(onFile: true);
        var deputy = await desk.Portal.PersonAsync("Lê Văn Phó", Domain.People.Role.Leader);
        await desk.AllotAsync("1.000.000.000");
        var plan = await desk.AppraisedAsync();
        var (version, sha256) = (await desk.VersionAsync(plan), await desk.Sha256Async(plan));
        var results = await Task.WhenAll(
            new[] { (desk.Leader, "38/QĐ-SCT"), (deputy, "39/QĐ-SCT") }.Select(who => Task.Run(() => desk.Portal.UseAsync((PlanApprovalService s) =>
                s.ApproveAsync(who.Item1, plan, desk.Decision(version) with { Sha256 = sha256, Number = who.Item2 }, CancellationToken.None)))));
        Assert.Equal([Outcome.Done, Outcome.Stale], results.Select(r => r.Outcome).Order());
        Assert.Equal(1, await desk.LookAsync(db => db.Decisions.CountAsync(d => d.PlanId != null)));
        Assert.Equal(1, await desk.LookAsync(db => db.Documents.CountAsync()));
        Assert.Equal(Vnd.Million(100), await desk.LookAsync(db => db.Allotments.Select(a => a.Allocated).SingleAsync()));
    }

    [Fact]
    public async Task Plans_approved_at_once_never_take_more_than_the_allotment_holds()
    {
        await using var desk = await PlanDesk.OpenAsync(onFile: true);
        await desk.AllotAsync("250.000.000");
        List<(int Plan, ApprovalRequest Request)> waiting = [];
        for (var i = 1; i <= 4; i++)
        {
            var plan = await desk.AppraisedAsync(Tranche.Numbered(i));
            waiting.Add((plan, desk.Decision(await desk.VersionAsync(plan)) with { Sha256 = await desk.Sha256Async(plan), Number = i.ToString(CultureInfo.InvariantCulture) + "/QĐ-SCT" }));
        }

        var results = await Task.WhenAll(waiting.Select(w => Task.Run(() => desk.Portal.UseAsync((PlanApprovalService s) =>
            s.ApproveAsync(desk.Leader, w.Plan, w.Request, CancellationToken.None)))));
        Assert.Equal(2, results.Count(r => r.IsDone));
        Assert.All(results.Where(r => !r.IsDone), r => Assert.Equal(Vnd.Million(50), Assert.IsType<OverAllotment>(Assert.Single(r.Refusals)).Unallocated));
        Assert.Equal(Vnd.Million(200), await desk.LookAsync(db => db.Allotments.Select(a => a.Allocated).SingleAsync()));
    }

    private static async Task NothingWasWrittenAsync(PlanDesk desk)
    {
        Assert.Equal(0, await desk.LookAsync(db => db.Decisions.CountAsync(d => d.PlanId != null)));
        Assert.Equal(0, await desk.LookAsync(db => db.Documents.CountAsync()));
        Assert.Equal(0, await desk.LookAsync(db => db.Projects.CountAsync(p => p.Status == ProjectStatus.Approved)));
        Assert.Equal(0, await desk.LookAsync(db => db.Allotments.CountAsync(a => (long)a.Allocated > 0)));
    }
}
