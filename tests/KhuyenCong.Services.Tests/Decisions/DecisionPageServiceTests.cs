using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Tests.Plans;
using Xunit;

namespace KhuyenCong.Services.Tests.Decisions;

public sealed class DecisionPageServiceTests
{
    [Fact]
    public async Task An_approving_decision_carries_every_project_and_has_nothing_before_it()
    {
        await using var scene = await ChainScene.OpenAsync();
        var page = await ReadAsync(scene, scene.Approval);
        Assert.Equal(["A", "C", "B"], page.Changes.Select(c => c.After.Name));
        Assert.All(page.Changes, c => Assert.Equal((ProjectChangeKind.Added, (DecidedTerms?)null), (c.Kind, c.Before)));
        Assert.Equal([new FundingShare(FundingSource.Local, Vnd.Million(330))], page.BySource);
        Assert.Null(page.PreviousId);
    }

    [Fact]
    public async Task An_adjusting_decision_shows_before_and_after_against_the_decision_before_it()
    {
        await using var scene = await ChainScene.OpenAsync();
        var page = await ReadAsync(scene, scene.First);
        Assert.Equal([("A", ProjectChangeKind.Changed, 50L), ("D", ProjectChangeKind.Added, 60), ("B", ProjectChangeKind.Stopped, -60)], page.Changes.Select(c => (c.After.Name, c.Kind, c.SupportChange.Dong / 1_000_000)));
        Assert.Equal(("KCĐP hỗ trợ", "150.000.000\u00A0đ", "200.000.000\u00A0đ", Vnd.Million(50)), Said(Assert.Single(page.Changes[0].Fields)));
        Assert.Equal([new FundingShare(FundingSource.Local, Vnd.Million(50))], page.BySource);
        Assert.Equal(scene.Approval, page.PreviousId);
    }

    [Fact]
    public async Task Decisions_of_one_day_follow_the_register()
    {
        await using var scene = await ChainScene.OpenAsync();
        var page = await ReadAsync(scene, scene.Second);
        Assert.Equal(scene.First, page.PreviousId);
        var (a, c) = (page.Changes[0], page.Changes[1]);
        Assert.Equal((Vnd.Million(200), Vnd.Zero), (a.Before!.Support, a.SupportChange));
        Assert.Equal(("Đơn vị thụ hưởng", "Cơ sở Lan Anh", "HTX Ea Tu", null), Said(Assert.Single(a.Fields)));
        Assert.Equal(
            [("KCĐP hỗ trợ, ngân sách 2024", "80.000.000\u00A0đ", "30.000.000\u00A0đ", Vnd.Million(-50)), ("KCĐP hỗ trợ, ngân sách 2025", "0\u00A0đ", "50.000.000\u00A0đ", Vnd.Million(50))],
            c.Fields.Select(Said));
        Assert.Empty(page.BySource);
    }

    [Fact]
    public async Task The_annex_groups_adds_up_and_tells_whole_lists_from_changes()
    {
        await using var scene = await ChainScene.OpenAsync();
        var whole = new DecisionAnnex(await ReadAsync(scene, scene.Approval));
        Assert.True(whole.IsWholeList);
        Assert.Equal([(1, "ND3", 230L), (2, "ND6", 100)], whole.Parts.Select(p => (p.Ordinal, p.Title, p.After.Support.Dong / 1_000_000)));
        Assert.Equal((3, Vnd.Million(330 + 150)), (whole.After.Count, whole.After.Total));
        var changes = new DecisionAnnex(await ReadAsync(scene, scene.First));
        Assert.False(changes.IsWholeList);
        Assert.Equal((Vnd.Million(250), Vnd.Million(300)), (changes.Before.Support, changes.After.Support));
    }

    [Fact]
    public async Task The_annex_stays_what_was_approved_whatever_is_decided_later()
    {
        await using var scene = await ChainScene.OpenAsync();
        var page = await ReadAsync(scene, scene.Approval);
        Assert.Equal(Vnd.Million(150), page.Changes.Single(c => c.After.Name == "A").After.Support);
        Assert.DoesNotContain(page.Changes, c => c.After.BeneficiaryText == "HTX Ea Tu");
    }

    [Fact]
    public async Task The_kept_file_is_read_again_and_a_changed_or_lost_one_is_found()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        Expect.Done(await desk.ApproveAsync(await desk.AppraisedAsync()));
        Assert.True((await CheckAsync(desk, 2)).Agrees);
        var place = Assert.Single(Directory.GetFiles(desk.Portal.StorageRoot, "*", SearchOption.AllDirectories));
        await File.WriteAllTextAsync(place, "%PDF-1.7 đã sửa");
        var changed = await CheckAsync(desk, 2);
        Assert.False(changed.Agrees);
        Assert.NotEqual(changed.Recorded, changed.Found);
        File.Delete(place);
        Assert.Equal((false, null), ((await CheckAsync(desk, 2)).Agrees, (await CheckAsync(desk, 2)).Found));
        Assert.Equal(Outcome.NotFound, (await desk.DoAsync((DecisionRegisterService s) => s.CheckFileAsync(desk.Leader, 1, default))).Outcome);
    }

    [Fact]
    public async Task Filters_of_kind_body_and_year_narrow_the_register()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        Expect.Done(await desk.ApproveAsync(await desk.AppraisedAsync(), r => r with { LegalBases = "Nghị định 45/2012/NĐ-CP" }));
        foreach (var (filter, number) in new[]
        {
            (new DecisionFilter { Kind = DecisionKind.Allot }, "01/QĐ-UBND"), (new DecisionFilter { BodyId = desk.Committee }, "01/QĐ-UBND"),
            (new DecisionFilter { Kind = DecisionKind.Approve }, "38/QĐ-SCT"), (new DecisionFilter { BodyId = desk.Department, Year = 2024 }, "38/QĐ-SCT"),
            (new DecisionFilter { Text = "45/2012" }, "38/QĐ-SCT"), (new DecisionFilter { Text = "kcdp 2024" }, "01/QĐ-UBND"),
        })
        {
            var list = (await desk.DoAsync((DecisionRegisterService s) => s.ReadAsync(desk.Leader, filter, default))).Value;
            Assert.Equal(number, Assert.Single(list.Rows).Number);
            Assert.Equal([desk.Department, desk.Committee], list.Bodies.Select(b => b.Id));
        }
    }

    [Fact]
    public async Task An_approving_decision_keeps_its_capacity_and_legal_bases_line_by_line()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        var plan = await desk.AppraisedAsync();
        Expect.InvalidIn(await desk.ApproveAsync(plan, r => r with { LegalBases = new string('x', 4001), Capacity = (SigningCapacity)9 }), "LegalBases", "Capacity");
        Expect.Done(await desk.ApproveAsync(plan, r => r with { LegalBases = " Luật Ngân sách \r\n\r\nNghị định 45 ", Capacity = SigningCapacity.ForHead }));
        var page = (await desk.DoAsync((DecisionPageService s) => s.ReadAsync(desk.Leader, 2, default))).Value;
        Assert.Equal((SigningCapacity.ForHead, "Luật Ngân sách\n\nNghị định 45", "Nguyễn Minh Tâm"), (page.Row.Capacity, page.Row.LegalBases, page.RecordedBy));
        Assert.Equal(Vnd.Million(100), page.Row.Effect);
    }

    [Fact]
    public async Task Who_may_not_read_decisions_reads_none()
    {
        await using var scene = await ChainScene.OpenAsync();
        var officer = await scene.Portal.PersonAsync("Y Bhăm", Role.Officer);
        Assert.Equal(Outcome.Forbidden, (await scene.Portal.UseAsync((DecisionPageService s) => s.ReadAsync(officer, scene.Approval, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await scene.Portal.UseAsync((DecisionRegisterService s) => s.CheckFileAsync(officer, scene.Approval, default))).Outcome);
        Assert.Equal(Outcome.NotFound, (await scene.Portal.UseAsync((DecisionPageService s) => s.ReadAsync(scene.Reader, 99, default))).Outcome);
    }

    private static (string, string, string, Vnd?) Said(TermsDifference field) => (field.Label, field.Before, field.After, field.Amount);

    private static async Task<DecisionPage> ReadAsync(ChainScene scene, int id) => (await scene.Portal.UseAsync((DecisionPageService s) => s.ReadAsync(scene.Reader, id, default))).Value;

    private static async Task<FileCheck> CheckAsync(PlanDesk desk, int id) => (await desk.DoAsync((DecisionRegisterService s) => s.CheckFileAsync(desk.Leader, id, default))).Value;
}
