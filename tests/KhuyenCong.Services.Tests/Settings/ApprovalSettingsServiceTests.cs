using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Settings;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Settings;

public class ApprovalSettingsServiceTests
{
    private static readonly StepRequest Step = new() { Position = "Phó Giám đốc", Permission = Permissions.PlansApprove, Threshold = "5.000.000.000", Enabled = true, Reason = "Quy chế mới" };

    [Fact]
    public async Task A_step_is_added_last_moved_up_and_switched_off()
    {
        await using var portal = await TestPortal.StartAsync();
        var administrator = await portal.PersonAsync("Quản trị", Role.Administrator);
        Assert.True((await portal.UseAsync((ApprovalSettingsService s) => s.AddAsync(administrator, ApprovalSubject.Adjustment, Step, default))).IsDone);
        var added = (await StepsAsync(portal, administrator)).Last(s => s.Subject == ApprovalSubject.Adjustment);
        Assert.Equal((2, "Phó Giám đốc", Vnd.Million(5_000), true), (added.Ordinal, added.Position, added.Threshold, added.Enabled));

        Assert.True((await portal.UseAsync((ApprovalSettingsService s) => s.MoveAsync(administrator, added.Id, true, default))).IsDone);
        Assert.True((await portal.UseAsync((ApprovalSettingsService s) => s.MoveAsync(administrator, added.Id, true, default))).IsDone);
        Assert.Equal(added.Id, (await StepsAsync(portal, administrator)).First(s => s.Subject == ApprovalSubject.Adjustment).Id);

        var form = await FormAsync(portal, administrator, added.Id);
        Assert.True((await portal.UseAsync((ApprovalSettingsService s) => s.EditAsync(administrator, added.Id, form with { Enabled = false, Threshold = null, Reason = "Bỏ" }, default))).IsDone);
        var now = (await StepsAsync(portal, administrator)).Single(s => s.Id == added.Id);
        Assert.Equal((false, (Vnd?)null), (now.Enabled, now.Threshold));
    }

    [Fact]
    public async Task Of_two_who_edit_the_same_step_the_slower_sees_both()
    {
        await using var portal = await TestPortal.StartAsync();
        var administrator = await portal.PersonAsync("Quản trị", Role.Administrator);
        var id = (await StepsAsync(portal, administrator))[0].Id;
        var form = await FormAsync(portal, administrator, id);
        Assert.True((await portal.UseAsync((ApprovalSettingsService s) => s.EditAsync(administrator, id, form with { Position = "Phó trưởng phòng", Reason = "a" }, default))).IsDone);
        var slow = await portal.UseAsync((ApprovalSettingsService s) => s.EditAsync(administrator, id, form with { Position = "Chánh Văn phòng", Reason = "b" }, default));
        Assert.Contains(slow.Stale!.Rows, r => r is { Yours: "Chánh Văn phòng", Current: "Phó trưởng phòng" });
    }

    [Theory]
    [InlineData("", Permissions.PlansApprove, "1", "x", "Position")]
    [InlineData("Phó Giám đốc", Permissions.AccountsManage, "1", "x", "Permission")]
    [InlineData("Phó Giám đốc", "", "1", "x", "Permission")]
    [InlineData("Phó Giám đốc", Permissions.PlansApprove, "0", "x", "Threshold")]
    [InlineData("Phó Giám đốc", Permissions.PlansApprove, "1", "", "Reason")]
    public async Task A_step_that_lacks_something_is_told_at_its_field(string position, string permission, string threshold, string reason, string field)
    {
        await using var portal = await TestPortal.StartAsync();
        var administrator = await portal.PersonAsync("Quản trị", Role.Administrator);
        var request = new StepRequest { Position = position, Permission = permission, Threshold = threshold, Reason = reason };
        var result = await portal.UseAsync((ApprovalSettingsService s) => s.AddAsync(administrator, ApprovalSubject.Plan, request, default));
        Assert.Equal([field], result.Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task Who_decides_a_kind_is_set_with_a_reason_unless_it_moved_meanwhile()
    {
        await using var portal = await TestPortal.StartAsync();
        var administrator = await portal.PersonAsync("Quản trị", Role.Administrator);
        var request = new AuthorityRequest
        {
            Choices = [new() { Kind = AdjustmentKind.ChangePlace, Decider = AdjustmentDecider.PlanBody, Shown = AdjustmentDecider.Director }], Reason = "Quyết định phân cấp",
        };
        Assert.Equal(["Reason"], (await DecideAsync(request with { Reason = null })).Errors.Select(e => e.Field));
        Assert.True((await DecideAsync(request)).IsDone);
        Assert.Equal(Outcome.Stale, (await DecideAsync(request)).Outcome);
        await using var db = portal.Db();
        Assert.Equal(AdjustmentDecider.PlanBody, await db.AdjustmentAuthorities.Where(a => a.Kind == AdjustmentKind.ChangePlace).Select(a => a.Decider).SingleAsync());

        Task<Result> DecideAsync(AuthorityRequest asked) => portal.UseAsync((ApprovalSettingsService s) => s.DecideAsync(administrator, asked, default));
    }

    [Fact]
    public async Task Only_who_keeps_the_settings_sees_and_changes_steps()
    {
        await using var portal = await TestPortal.StartAsync();
        var leader = await portal.PersonAsync("Lê Lãnh", Role.Leader);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((ApprovalSettingsService s) => s.ReadAsync(leader, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((ApprovalSettingsService s) => s.FormAsync(leader, 1, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((ApprovalSettingsService s) => s.AddAsync(leader, ApprovalSubject.Plan, Step, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((ApprovalSettingsService s) => s.EditAsync(leader, 1, Step, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((ApprovalSettingsService s) => s.MoveAsync(leader, 1, true, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await portal.UseAsync((ApprovalSettingsService s) => s.DecideAsync(leader, new AuthorityRequest { Reason = "x" }, default))).Outcome);
        var administrator = await portal.PersonAsync("Quản trị", Role.Administrator);
        Assert.Equal(Outcome.NotFound, (await portal.UseAsync((ApprovalSettingsService s) => s.EditAsync(administrator, 999, Step, default))).Outcome);
    }

    private static async Task<IReadOnlyList<StepRow>> StepsAsync(TestPortal portal, Actor actor) =>
        (await portal.UseAsync((ApprovalSettingsService s) => s.ReadAsync(actor, default))).Value.Steps;

    private static async Task<StepRequest> FormAsync(TestPortal portal, Actor actor, int id) =>
        (await portal.UseAsync((ApprovalSettingsService s) => s.FormAsync(actor, id, default))).Value;
}
