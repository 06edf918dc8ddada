using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Plans;
using Xunit;

namespace KhuyenCong.Services.Tests.Adjustments;

/// <summary>What the page of an adjustment tells before and after its decision.</summary>
public sealed class AdjustmentPageServiceTests
{
    private static readonly PlanFigures Before = new(2, Vnd.Million(200), Vnd.Million(100), Vnd.Zero);
    private static readonly PlanFigures After = new(3, Vnd.Million(270), Vnd.Million(120), Vnd.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_figures_are_the_same_while_it_waits_and_once_it_is_decided()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"), AdjustmentDesk.Add());
        var waiting = await desk.PageAsync(id);
        Assert.Equal((Before, After, Vnd.Million(70)), (waiting.Before, waiting.After, waiting.Change));
        Assert.Equal(
            [(desk.First, Vnd.Million(100), Vnd.Million(90), Vnd.Million(-10)), (null, Vnd.Zero, Vnd.Million(80), Vnd.Million(80))],
            waiting.Changes.Select(c => ((int?)c.ProjectId, c.Before, c.After, c.Change)));
        var budget = Assert.Single(waiting.Budgets);
        Assert.Equal((Vnd.Million(100), Vnd.Million(30), Vnd.Million(300)), (budget.Position.Unallocated, budget.After.Unallocated, budget.After.Allotted));
        Assert.Empty(waiting.WhyNotApprove);
        Assert.Null(waiting.Decision);

        Expect.Done(await desk.ApproveAsync(id));
        var decided = await desk.PageAsync(id);
        Assert.Equal((Before, After, Vnd.Million(70)), (decided.Before, decided.After, decided.Change));
        Assert.Equal((AdjustmentStatus.Approved, $"{100 + id}/QĐ-SCT", false), (decided.Status, decided.Decision!.Value.Number, decided.IsEditable));
        Assert.Equal(waiting.Submission!.Sha256, decided.Submission!.Sha256);
        Assert.Equal([AdjustmentStatus.Approved, AdjustmentStatus.Submitted], decided.History.Select(h => h.To));
        Assert.Equal(waiting.Changes[0].Fields.Select(f => (f.Label, f.Yours, f.Current)), decided.Changes[0].Fields.Select(f => (f.Label, f.Yours, f.Current)));
    }

    [Fact]
    public async Task What_is_changed_is_called_as_it_was_and_shows_no_other_fields()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync(
            new AdjustmentLineRequest { Kind = AdjustmentKind.ChangeContent, ProjectId = desk.First, Name = "Máy sấy cà phê lớn", Reason = "Tên mới" },
            new AdjustmentLineRequest { Kind = AdjustmentKind.ChangeDates, ProjectId = desk.First, EndMonth = "10/2024", Reason = "Xong sớm" });
        var change = Assert.Single((await desk.PageAsync(id)).Changes);
        Assert.Equal(("Máy sấy cà phê", ProjectStatus.Approved, Vnd.Million(100), Vnd.Million(100)), (change.Name, change.Status!.Value, change.Before, change.After));
        Assert.Equal([(1, AdjustmentKind.ChangeContent, "Tên mới"), (2, AdjustmentKind.ChangeDates, "Xong sớm")], change.Lines.Select(l => (l.Ordinal, l.Kind, l.Reason)));
        Assert.Equal(
            [("Tên đề án", "Máy sấy cà phê", "Máy sấy cà phê lớn"), ("Tháng kết thúc", "11/2024", "10/2024")], change.Fields.Select(f => (f.Label, f.Yours, f.Current)));
        Assert.Empty(change.Budget);
    }

    [Fact]
    public async Task Rows_of_the_register_are_called_by_name_on_both_sides()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        foreach (var name in new[] { "Cơ sở Ánh Dương", "Cơ sở Bình Minh" }) await RegisterAsync(desk, name);
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Replace(desk.First, "Cơ sở Ánh Dương"));
        var id = await desk.DraftAsync(AdjustmentDesk.Replace(desk.First, "Cơ sở Bình Minh"));
        var fields = Assert.Single((await desk.PageAsync(id)).Changes).Fields;
        Assert.Contains(("Đơn vị thụ hưởng trong danh bạ", "Cơ sở Ánh Dương", "Cơ sở Bình Minh"), fields.Select(f => (f.Label, f.Yours, f.Current)));
    }

    [Fact]
    public async Task A_draft_is_not_decided_whatever_its_lines_say()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var page = await desk.PageAsync(await desk.DraftAsync());
        Assert.Equal(new AdjustmentRefusals.WrongStatus(AdjustmentAction.Approve, AdjustmentStatus.Draft), Assert.Single(page.WhyNotApprove));
        Assert.IsType<AdjustmentRefusals.NoLines>(Assert.Single(page.WhyNotLines));
        Assert.Null(page.Submission);
        Assert.Empty(page.History);
        Assert.Empty(page.Moved);
    }

    [Fact]
    public async Task It_is_read_by_who_reads_plans_and_one_that_is_not_there_is_told()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync();
        var administrator = await desk.Plans.Portal.PersonAsync("Quản trị", Role.Administrator);
        Assert.Equal(Outcome.Forbidden, (await ReadAsync(desk, administrator, id)).Outcome);
        Assert.Equal(Outcome.NotFound, (await ReadAsync(desk, desk.Plans.Leader, 999)).Outcome);
        Assert.Equal(Outcome.NotFound, (await desk.DoAsync((AdjustmentSubmissionService s) => s.SubmitAsync(desk.Plans.Clerk, 999, 1, Stop))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.SubmitAsync(id, administrator)).Outcome);
    }

    [Fact]
    public async Task Whoever_may_return_plans_or_approve_them_returns_an_adjustment()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        Assert.Equal(Outcome.Forbidden, (await ReturnAsync(desk, desk.Plans.Accountant, id)).Outcome);
        Expect.Done(await ReturnAsync(desk, desk.Plans.Appraiser, id));
        var page = await desk.PageAsync(id);
        Assert.Equal((AdjustmentStatus.Returned, "Xem lại"), (page.Status, page.History[0].Reason));
    }

    [Fact]
    public async Task A_stale_form_tells_who_changed_this_adjustment_last_and_what_it_says_now()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"), AdjustmentDesk.Add());
        var changed = desk.Plans.Portal.Clock.GetUtcNow().UtcDateTime;

        // Others write another adjustment, and rows of other tables that bear the same number.
        Expect.Done(await desk.DoAsync((AdjustmentDraftService s) => s.StartAsync(desk.Head, desk.Plan, new AdjustmentRequest { Reason = "Của người khác" }, Stop)));
        for (var row = 1; row <= id; row++) await RegisterAsync(desk, $"Cơ sở số {row}", desk.Plans.Appraiser);

        var stale = (await desk.DoAsync((AdjustmentSubmissionService s) => s.SubmitAsync(desk.Plans.Clerk, id, 0, Stop))).Stale!;
        Assert.Equal(("Trần Thị Bình", changed), (stale.ChangedBy, stale.ChangedAt));
        Assert.StartsWith("Điều chỉnh lần 1 – ", stale.Subject, StringComparison.Ordinal);
        Assert.Equal(["Tình trạng", "Nội dung 1", "Nội dung 2"], stale.Rows.Select(r => r.Label));
        Assert.EndsWith(": Máy sấy cà phê", stale.Rows[1].Current, StringComparison.Ordinal);
        Assert.EndsWith(": Máy tách vỏ mắc ca", stale.Rows[2].Current, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_of_the_whole_is_changed_as_it_was_shown()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync();
        var version = await desk.VersionAsync(id);
        Expect.InvalidIn(await RenameAsync(" ", version), "Reason");
        Assert.Equal(Outcome.Stale, (await RenameAsync("Lý do khác", version - 1)).Outcome);
        Assert.Equal("Điều chỉnh giữa năm", (await desk.PageAsync(id)).Reason);
        Expect.Done(await RenameAsync("  Lý do   khác ", version));
        Assert.Equal("Lý do khác", (await desk.PageAsync(id)).Reason);
        Assert.True(await desk.VersionAsync(id) > version);

        Task<Result> RenameAsync(string reason, int shown) =>
            desk.DoAsync((AdjustmentDraftService s) => s.RenameAsync(desk.Plans.Clerk, id, new AdjustmentRequest { Reason = reason, Version = shown }, Stop));
    }

    private static async Task<Result> ReturnAsync(AdjustmentDesk desk, Actor by, int id)
    {
        var version = await desk.VersionAsync(id);
        return await desk.DoAsync((AdjustmentSubmissionService s) => s.ReturnAsync(by, id, version, "Xem lại", Stop));
    }

    private static Task<Result<AdjustmentPage>> ReadAsync(AdjustmentDesk desk, Actor by, int id) => desk.DoAsync((AdjustmentPageService s) => s.ReadAsync(by, id, Stop));

    private static async Task RegisterAsync(AdjustmentDesk desk, string name, Actor? by = null) => Expect.Done(await desk.DoAsync((BeneficiaryService s) =>
        s.CreateAsync(by ?? desk.Plans.Clerk, new BeneficiaryRequest { Name = name, Kind = BeneficiaryKind.Enterprise }, Stop)));
}
