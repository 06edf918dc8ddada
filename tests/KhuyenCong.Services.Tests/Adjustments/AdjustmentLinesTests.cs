using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Domain.Adjustments.AdjustmentRefusals;

namespace KhuyenCong.Services.Tests.Adjustments;

/// <summary>Lines that come and go, and what a decision makes of them.</summary>
public sealed class AdjustmentLinesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_is_taken_out_and_the_rest_is_numbered_anew_in_its_order()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"), AdjustmentDesk.Lower(desk.Second, "80.000.000"), AdjustmentDesk.Add());
        var lines = await LinesAsync(desk, id);
        Assert.Equal(Outcome.NotFound, (await RemoveAsync(desk, id, 999)).Outcome);
        Expect.Done(await RemoveAsync(desk, id, lines[0].Id));
        Assert.Equal([(1, lines[1].Id), (2, lines[2].Id)], (await LinesAsync(desk, id)).Select(l => (l.Ordinal, l.Id)));
        Assert.False(await desk.Plans.LookAsync(db => db.AdjustmentLines.AnyAsync(l => l.Id == lines[0].Id, Stop)));
        var stale = await desk.DoAsync((AdjustmentDraftService s) => s.RemoveLineAsync(desk.Plans.Clerk, id, lines[1].Id, 1, Stop));
        Assert.Equal((Outcome.Stale, "Trần Thị Bình"), (stale.Outcome, stale.Stale!.ChangedBy));
    }

    [Fact]
    public async Task A_draft_that_was_never_submitted_is_discarded_with_its_lines_by_who_writes_adjustments()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var (id, kept) = (await desk.DraftAsync(AdjustmentDesk.Add()), await desk.DraftAsync(AdjustmentDesk.Lower(desk.First, "90.000.000")));
        var version = await desk.VersionAsync(id);
        Assert.Equal(Outcome.Forbidden, (await DiscardAsync(desk, desk.Plans.Leader, id, version)).Outcome);
        Assert.Equal(Outcome.NotFound, (await DiscardAsync(desk, desk.Plans.Clerk, 999, version)).Outcome);
        Assert.Equal(Outcome.Stale, (await DiscardAsync(desk, desk.Plans.Clerk, id, version - 1)).Outcome);
        Assert.Equal(desk.Plan, (await DiscardAsync(desk, desk.Plans.Clerk, id, version)).Value);
        Assert.Equal([kept], await desk.Plans.LookAsync(db => db.Adjustments.Select(a => a.Id).ToListAsync(Stop)));
        Assert.Equal([kept], await desk.Plans.LookAsync(db => db.AdjustmentLines.Select(l => l.AdjustmentId).ToListAsync(Stop)));
        Expect.Done(await desk.SubmitAsync(kept));
        Assert.Equal(Outcome.Refused, (await DiscardAsync(desk, desk.Plans.Clerk, kept, await desk.VersionAsync(kept))).Outcome);
    }

    [Fact]
    public async Task A_project_of_another_plan_and_a_category_that_is_not_there_are_told()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var other = await desk.Plans.DraftAsync(Domain.Plans.Tranche.Numbered(2), PlanDesk.Project("Của kế hoạch khác"));
        var id = await desk.DraftAsync();
        var version = await desk.VersionAsync(id);
        foreach (var foreign in new[] { (await desk.Plans.ProjectsAsync(other))[0].Id, 999 }) Expect.InvalidIn(await desk.AddAsync(id, AdjustmentDesk.Raise(foreign, "150.000.000")), "ProjectId");
        Expect.InvalidIn(await desk.AddAsync(id, AdjustmentDesk.Add(category: 999)), "CategoryId");
        Assert.Equal(version, await desk.VersionAsync(id));
        Expect.Done(await desk.AddAsync(id, AdjustmentDesk.Add() with { ProjectId = desk.First }));
        Assert.Null(Assert.Single(await LinesAsync(desk, id)).ProjectId);
        Assert.True(await desk.VersionAsync(id) > version);
    }

    [Fact]
    public async Task A_beneficiary_is_linked_where_its_name_stands_in_the_register_and_is_merged_into_no_other()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        int kept;
        await using (var db = desk.Plans.Portal.Db())
        {
            var (live, merged) = (Beneficiary("HTX Ea Tul"), Beneficiary("HTX Cũ"));
            db.Beneficiaries.AddRange(live, merged);
            await db.SaveAsync(desk.Plans.Clerk, null, Stop);
            db.Entry(merged).Property(b => b.MergedIntoId).CurrentValue = kept = live.Id;
            await db.SaveAsync(desk.Plans.Clerk, null, Stop);
        }

        var id = await desk.DraftAsync(AdjustmentDesk.Replace(desk.First, "htx ea tul"), AdjustmentDesk.Replace(desk.Second, "HTX Cũ"));
        Assert.Equal([kept, null], (await LinesAsync(desk, id)).Select(l => l.BeneficiaryId));

        static Beneficiary Beneficiary(string name) => new() { Name = name, Kind = BeneficiaryKind.Cooperative };
    }

    [Fact]
    public async Task A_beneficiary_of_exactly_that_name_is_linked_however_many_are_near()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        int exact;
        await using (var db = desk.Plans.Portal.Db())
        {
            db.Beneficiaries.AddRange(Enumerable.Range(1, 25).Select(i => new Beneficiary { Name = $"HTX Ea Tul chi nhánh {i}", Kind = BeneficiaryKind.Cooperative }));
            await db.SaveAsync(desk.Plans.Clerk, null, Stop);
            var row = new Beneficiary { Name = "HTX Ea Tul", Kind = BeneficiaryKind.Cooperative };
            db.Beneficiaries.AddRange(row, new Beneficiary { Name = "HTX Êa Tul", Kind = BeneficiaryKind.Cooperative });
            await db.SaveAsync(desk.Plans.Clerk, null, Stop);
            exact = row.Id;
        }

        var id = await desk.DraftAsync(AdjustmentDesk.Replace(desk.First, "htx  EA tul"));
        Assert.Equal(exact, Assert.Single(await LinesAsync(desk, id)).BeneficiaryId);
        var pick = (await desk.DoAsync((BeneficiaryPickService s) => s.ReadAsync(desk.Plans.Clerk, [], "HTX Ea Tul", null, Stop))).Value.Offered;
        Assert.Equal((12, exact), (pick.Count, pick[0].Id));
        pick = (await desk.DoAsync((BeneficiaryPickService s) => s.ReadAsync(desk.Plans.Clerk, [], null, "htx ea TUL", Stop))).Value.Offered;
        Assert.Equal((12, exact), (pick.Count, pick[0].Id));
        var other = (await desk.DoAsync((BeneficiaryPageService s) => s.SearchAsync(desk.Plans.Clerk, exact + 1, "HTX Ea Tul", Stop))).Value;
        Assert.Equal(exact, other[0].Id);
    }

    [Fact]
    public async Task Twenty_papers_are_the_most()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync();
        for (var i = 0; i < 20; i++) Expect.Done(await desk.AttachAsync(id, PlanDesk.Pdf($"%PDF-1.7 {i}")));
        var version = await desk.VersionAsync(id);
        Expect.InvalidIn(await desk.AttachAsync(id, PlanDesk.Pdf("%PDF-1.7 hai mốt")), "file");
        Assert.Equal(version, await desk.VersionAsync(id));
    }

    [Fact]
    public async Task A_decision_is_called_by_what_it_does()
    {
        await using var opened = await AdjustmentDesk.OpenAsync();
        foreach (var (kind, lines) in new (DecisionKind, AdjustmentLineRequest[])[]
        {
            (DecisionKind.Stop, [AdjustmentDesk.Stop(opened.First)]), (DecisionKind.Supplement, [AdjustmentDesk.Add()]),
            (DecisionKind.Adjust, [AdjustmentDesk.Stop(opened.First), AdjustmentDesk.Add()]), (DecisionKind.Adjust, [AdjustmentDesk.Lower(opened.First, "90.000.000")]),
        })
        {
            await using var desk = await opened.CopyAsync();
            var id = await desk.ApprovedAsync("01/06/2024", lines);
            Assert.Equal(kind, await desk.Plans.LookAsync(db => db.Decisions.Where(d => d.AdjustmentId == id).Select(d => d.Kind).SingleAsync(Stop)));
        }
    }

    [Theory]
    [InlineData("210.000.000", 3, true)]
    [InlineData("190.000.000", 3, false)]
    [InlineData("210.000.000", 2, false)]
    public async Task Stated_figures_are_those_of_the_plan_once_the_decision_is_in_force(string total, int count, bool isDone)
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.First, "30.000.000"), AdjustmentDesk.Add());
        var result = await desk.ApproveAsync(id, change: r => r with { StatedTotal = total, StatedBasis = StatedBasis.Support, StatedCount = count });
        Assert.Equal(isDone, result.IsDone);
        if (isDone) Assert.Equal((Vnd.Million(210), 3), await desk.Plans.LookAsync(db => db.Decisions.Where(d => d.AdjustmentId == id).Select(d => new ValueTuple<Vnd, int>(d.ComputedTotal, d.ComputedCount)).SingleAsync(Stop)));
    }

    [Fact]
    public async Task A_decision_is_dated_from_the_plans_own_day_on_by_a_body_that_is_known()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        Expect.InvalidIn(await desk.ApproveAsync(id, change: r => r with { IssuingBodyId = 999 }), "IssuingBodyId");
        Assert.Contains((await desk.ApproveAsync(id, "29/02/2024")).Refusals, r => r is BeforeApproval { Approved.Day: 1 });
        Expect.Done(await desk.ApproveAsync(id, "01/03/2024"));
    }

    [Fact]
    public async Task A_raise_dated_before_the_budget_that_pays_it_is_refused_with_the_day_and_the_amounts()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        desk.Plans.Portal.Clock.Advance(TimeSpan.FromDays(10));
        Expect.Done(await desk.Plans.RecordAsync(desk.Plans.Allotment("500.000.000", "02/QĐ-UBND", "10/06/2024")));
        var id = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "250.000.000"));
        var breach = Expect.RefusedOnlyBy<DecisionRefusals.BreaksAllotmentOnDay>(await desk.ApproveAsync(id, "01/06/2024"));
        Assert.Equal((new DateOnly(2024, 6, 1), Vnd.Million(350), Vnd.Million(300)), (breach.Day, breach.Allocated, breach.Allotted));
        Expect.Done(await desk.ApproveAsync(id, "10/06/2024"));
    }

    [Fact]
    public async Task An_added_project_stands_last_in_its_group_and_in_a_new_group_where_there_is_none()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var (own, another) = await desk.Plans.LookAsync(async db =>
        {
            var group = await db.PlanGroups.SingleAsync(g => g.PlanId == desk.Plan, Stop);
            return (group.CategoryId, await db.Categories.Where(c => c.Id != group.CategoryId).OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync(Stop));
        });
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Add("Cùng nhóm", "10.000.000", own), AdjustmentDesk.Add("Nhóm mới", "10.000.000", another), AdjustmentDesk.Add("Nhóm mới nữa", "10.000.000", another));
        var places = await desk.Plans.LookAsync(db => db.Projects.Where(p => p.PlanId == desk.Plan).OrderBy(p => p.Group!.Ordinal).ThenBy(p => p.Ordinal)
            .Select(p => new ValueTuple<int, int, int, string>(p.Group!.Ordinal, p.Ordinal, p.Group.CategoryId, p.Terms.First().Name)).ToListAsync(Stop));
        Assert.Equal(
            [(1, 1, own, "Máy sấy cà phê"), (1, 2, own, "Máy ép dầu lạc"), (1, 3, own, "Cùng nhóm"), (2, 1, another, "Nhóm mới"), (2, 2, another, "Nhóm mới nữa")], places);
    }

    [Fact]
    public async Task What_a_stop_ends_bears_the_decisions_number_and_the_newest_contracts_beneficiary()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "10.000.000", contract: "90.000.000");
        var id = await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Stop(desk.First, "10.000.000", "30/09/2024"));
        var contracts = await desk.Plans.LookAsync(db => db.Contracts.Where(c => c.ProjectId == desk.First).OrderBy(c => c.Id).ToListAsync(Stop));
        Assert.Equal((ContractKind.Termination, $"{100 + id}/QĐ-SCT", new DateOnly(2024, 6, 1), contracts[0].BeneficiaryId), (contracts[1].Kind, contracts[1].Number, contracts[1].SignedOn, contracts[1].BeneficiaryId));

        // What is out is not taken from the contract: it is to be recovered.
        Assert.Equal(Vnd.Million(-80), contracts[1].Value);
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public async Task A_return_says_why_within_two_thousand_letters(int length, bool isDone)
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var version = await desk.VersionAsync(id);
        var result = await desk.DoAsync((AdjustmentSubmissionService s) => s.ReturnAsync(desk.Plans.Leader, id, version, new string('x', length), Stop));
        Assert.Equal(isDone, result.IsDone);
        if (!isDone) Expect.InvalidIn(result, "Reason");
    }

    [Fact]
    public async Task The_plans_own_body_is_the_one_of_its_first_decision()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var replaced = await desk.EndorsedAsync(AdjustmentDesk.Replace(desk.Second, "Hộ Y Bham"));
        Expect.Done(await desk.ApproveAsync(replaced, change: r => r with { IssuingBodyId = desk.Plans.Committee }));
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Raise(desk.First, "150.000.000"));
    }

    [Fact]
    public async Task A_decision_dated_back_names_the_first_of_the_later_ones_by_the_order_they_were_made_in()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var first = await desk.ApprovedAsync("10/05/2024", AdjustmentDesk.Raise(desk.First, "150.000.000"));
        await desk.ApprovedAsync("20/05/2024", AdjustmentDesk.Raise(desk.First, "160.000.000"));
        var back = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "170.000.000"));
        Assert.Equal($"{100 + first}/QĐ-SCT", Expect.RefusedOnlyBy<LaterDecision>(await desk.ApproveAsync(back, "01/05/2024")).Number);
    }

    [Fact]
    public async Task A_stop_is_not_dated_before_the_contract_that_it_ends()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "60.000.000", contract: "90.000.000");
        var back = await desk.EndorsedAsync(AdjustmentDesk.Stop(desk.First, "60.000.000", "30/09/2024"));
        var breach = Expect.RefusedOnlyBy<BreaksProjectOnDay>(await desk.ApproveAsync(back, "04/03/2024"));
        Assert.Equal((new DateOnly(2024, 3, 4), Vnd.Zero, Vnd.Million(-30)), (breach.Day, breach.Posted, breach.Limit));
        Expect.Done(await desk.ApproveAsync(back, "05/03/2024"));
    }

    [Fact]
    public async Task A_decision_counts_as_a_change_of_the_plan()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var shown = await desk.Plans.VersionAsync(desk.Plan);
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Lower(desk.First, "90.000.000"));
        Assert.True(await desk.Plans.VersionAsync(desk.Plan) > shown);
    }

    [Fact]
    public async Task A_line_keeps_only_what_its_kind_may_change_and_the_places_it_names()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync(
            AdjustmentDesk.Raise(desk.First, "150.000.000") with { PlannedRecovery = "1.000", RecoverBy = "01/09/2024" },
            AdjustmentDesk.Lower(desk.Second, "90.000.000") with { Counterpart = "40.000.000" },
            new AdjustmentLineRequest { Kind = AdjustmentKind.ChangePlace, ProjectId = desk.First, Area = "Huyện Ea Kar", Reason = "Dời xưởng" });
        var lines = await LinesAsync(desk, id);
        Assert.Equal((null, null), (lines[0].PlannedRecovery, lines[0].RecoverBy));
        Assert.Equal(Vnd.Million(40), lines[1].Counterpart);
        var places = new AdjustmentLineRequest { Kind = AdjustmentKind.ChangePlace, ProjectId = desk.First, Area = "Huyện Ea Kar; Huyện Cư M'gar", Reason = "Hai nơi", Version = await desk.VersionAsync(id) };
        Expect.Done(await desk.DoAsync((AdjustmentDraftService s) => s.ChangeLineAsync(desk.Plans.Clerk, id, lines[2].Id, places, Stop)));
        Assert.Equal(2, await desk.Plans.LookAsync(db => db.AdjustmentLines.Where(l => l.Id == lines[2].Id).SelectMany(l => l.Areas).CountAsync(Stop)));
    }

    private static Task<List<AdjustmentLine>> LinesAsync(AdjustmentDesk desk, int id) =>
        desk.Plans.LookAsync(db => db.AdjustmentLines.AsNoTracking().Where(l => l.AdjustmentId == id).OrderBy(l => l.Ordinal).ToListAsync(Stop));

    private static async Task<Result> RemoveAsync(AdjustmentDesk desk, int id, int line)
    {
        var version = await desk.VersionAsync(id);
        return await desk.DoAsync((AdjustmentDraftService s) => s.RemoveLineAsync(desk.Plans.Clerk, id, line, version, Stop));
    }

    private static Task<Result<int>> DiscardAsync(AdjustmentDesk desk, Actor by, int id, int version) => desk.DoAsync((AdjustmentDraftService s) => s.DiscardAsync(by, id, version, Stop));
}
