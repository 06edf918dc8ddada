using System.Globalization;
using AngleSharp.Dom;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Plans;
using KhuyenCong.TestSupport;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Inbox;

/// <summary>Việc của tôi: every number shown is the number of what it leads to.</summary>
public sealed class InboxPageTests
{
    private static readonly DateTime At = new(2024, 11, 10, 2, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(Role.Leader, 1)]
    [InlineData(Role.DivisionHead, 3)]
    [InlineData(Role.Division, 3)]
    [InlineData(Role.Accountant, 2)]
    [InlineData(Role.CentreManager, 2)]
    [InlineData(Role.Officer, 2)]
    [InlineData(Role.Manager, 0)]
    [InlineData(Role.Administrator, 0)]
    public async Task The_figure_in_the_menu_is_the_number_of_things_listed(Role role, int expected)
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, email) = await portal.AccountAsync(role);
        await BusyAsync(portal, new Actor(id, "Người chờ việc", RolePermissions.Of(role)), role == Role.Officer);
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        await browser.OpenAsync("/");

        using var sql = new SqlCount(portal.ConnectionString);
        var page = await browser.OpenAsync("/");

        Assert.Equal((expected, expected), (Badge(page), Listed(page)));
        Assert.InRange(sql.Commands, 0, 12);
    }

    [Fact]
    public async Task The_figure_counts_what_the_page_is_too_short_for()
    {
        using var portal = await PortalFactory.StartAsync();
        var proposer = await portal.HandAsync();
        for (var i = 1; i <= 12; i++) await WithMoneyAsync(portal, SomeProject.Supported(100).UnderContract(100).Started(), proposer);
        var page = await (await portal.SignInAsync(Role.Accountant)).OpenAsync("/");

        Assert.Equal((12, 10), (Badge(page), Listed(page)));
        Assert.Contains("10 việc chờ lâu nhất trong 12", page.QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Phân công", 3)]
    [InlineData("Xem danh sách", 2)]
    public async Task The_centres_numbers_are_those_of_the_lists_behind_them(string action, int expected)
    {
        using var portal = await PortalFactory.StartAsync();
        var officer = new Actor((await portal.AccountAsync(Role.Officer)).Id, "x", RolePermissions.Of(Role.Officer));
        await AddAsync(portal, SomeProject.Supported(100), SomeProject.Supported(100).FollowedBy(officer));
        await AddAsync(portal, SomeProject.Supported(100).InCategory("ND9"), SomeProject.Supported(100).UnderContract(100).Started());
        await AcceptedAsync(portal);
        var chief = await portal.SignInAsync(Role.CentreManager);

        var line = (await chief.OpenAsync("/")).QuerySelectorAll(".inbox li").Single(li => li.QuerySelector(".inbox-action")?.TextContent == action);
        var list = await chief.OpenAsync(line.QuerySelector("a")!.GetAttribute("href")!);

        Assert.StartsWith($"{expected} đề án", line.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(expected, Number(list.QuerySelector(".result-count strong")));
        Assert.NotNull(list.QuerySelector("#viec option[selected]"));
    }

    [Fact]
    public async Task The_numbers_of_late_projects_and_of_those_at_risk_are_those_of_the_lists_behind_them()
    {
        using var portal = await PortalFactory.StartAsync();
        for (var i = 0; i < 9; i++) await AddAsync(portal, SomeProject.Supported(10).UnderContract(10).Started().EndingIn(2024, 9));
        for (var i = 0; i < 4; i++) await AddAsync(portal, SomeProject.Supported(10).UnderContract(10).Started().EndingIn(2024, 11));
        var leader = await portal.SignInAsync(Role.Leader);

        var links = (await leader.OpenAsync("/")).QuerySelectorAll("main a[href*='han=']").ToList();

        Assert.Equal(2, links.Count);
        foreach (var link in links)
        {
            var list = await leader.OpenAsync(link.GetAttribute("href")!);
            Assert.Contains($" {Number(list.QuerySelector(".result-count strong"))} đề án", link.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_accountants_number_is_that_of_the_queue()
    {
        using var portal = await PortalFactory.StartAsync();
        var proposer = await portal.HandAsync();
        for (var i = 1; i <= 3; i++) await WithMoneyAsync(portal, SomeProject.Supported(100).UnderContract(100).Started(), proposer);
        var accountant = await portal.SignInAsync(Role.Accountant);

        Assert.Equal(3, Badge(await accountant.OpenAsync("/")));
        Assert.StartsWith("3 khoản", (await accountant.OpenAsync("/tien/cho-duyet")).QuerySelector(".lead-line")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>One plan of each kind that waits, two proposals, a rejected one of this person, and projects that lack something.</summary>
    private static async Task BusyAsync(PortalFactory portal, Actor person, bool follows)
    {
        await WithMoneyAsync(portal, SomeProject.Supported(100).UnderContract(100).Started(), await portal.HandAsync());
        await WithMoneyAsync(portal, SomeProject.Supported(100).UnderContract(100).Started(), await portal.HandAsync());
        if (follows) await WithMoneyAsync(portal, SomeProject.Supported(100).UnderContract(100).FollowedBy(person), person, isRejected: true);
        await AddAsync(portal, SomeProject.Supported(100), SomeProject.Supported(100));

        await portal.DraftAsync(tranche: 2);
        var (hand, other) = (await portal.HandAsync(), await portal.HandAsync());
        List<int> submitted = [];
        for (var tranche = 3; tranche <= 5; tranche++)
        {
            var plan = await portal.DraftAsync(tranche: tranche);
            var version = await portal.VersionAsync(plan);
            await portal.DoAsync((PlanSubmissionService s) => s.SubmitAsync(hand, plan, version, default));
            submitted.Add(plan);
        }

        var (toReturn, toAppraise) = (await portal.VersionAsync(submitted[1]), await portal.VersionAsync(submitted[2]));
        await portal.DoAsync((PlanSubmissionService s) => s.ReturnAsync(hand, submitted[1], toReturn, "Sửa tên", default));
        await portal.DoAsync((PlanAppraisalService s) => s.FinishAsync(other, submitted[2], new AppraisalRequest { Version = toAppraise, PassRest = true }, default));
    }

    private static async Task AddAsync(PortalFactory portal, params SomeProject[] projects)
    {
        await using var db = portal.Db();
        foreach (var project in projects) await project.InAsync(db);
    }

    private static async Task AcceptedAsync(PortalFactory portal)
    {
        await using var db = portal.Db();
        var id = await SomeProject.Supported(100).UnderContract(100).Started().InAsync(db);
        var (project, by) = (await db.Projects.SingleAsync(p => p.Id == id), await portal.HandAsync());
        var acceptance = new Acceptance
        {
            ProjectId = id, Date = new(2024, 11, 1), Finding = "Đạt", MinutesNumber = "01/BB", AcceptedSupport = Vnd.Million(100), RecordedById = by.UserId!.Value, RecordedAt = At,
        };
        db.Add(acceptance);
        project.Accept(acceptance, by, At);
        await db.SaveAsync(by, null, CancellationToken.None);
    }

    private static async Task WithMoneyAsync(PortalFactory portal, SomeProject scene, Actor proposer, bool isRejected = false)
    {
        await using var db = portal.Db();
        var id = await scene.InAsync(db);
        var project = await db.Projects.SingleAsync(p => p.Id == id);
        var entry = new MoneyEntry
        {
            ProjectId = id, Kind = MoneyEntryKind.Advance, Amount = Vnd.Million(10), Date = new(2024, 11, 1), Voucher = $"UNC {id}",
            FormKey = Guid.NewGuid(), ProposedById = proposer.UserId!.Value, ProposedByName = proposer.Name, ProposedAt = At,
        };
        project.Propose(entry);
        await db.SaveAsync(proposer, null, CancellationToken.None);
        if (!isRejected) return;
        var accountant = await portal.HandAsync();
        db.Add(new MoneyVerdict { EntryId = entry.Id, Posted = false, ById = accountant.UserId!.Value, ByName = accountant.Name, At = At, Reason = "Thiếu hóa đơn" });
        project.Settle(entry, posted: false, accountant, At);
        await db.SaveAsync(accountant, null, CancellationToken.None);
    }

    private static int Badge(IDocument page) => Number(page.QuerySelector(".main-menu .badge-count"));

    private static int Listed(IDocument page) => page.QuerySelectorAll(".inbox li").Count(li => li.QuerySelector(".inbox-action") is not null);

    private static int Number(IElement? element) =>
        element is null ? 0 : int.Parse(new string([.. element.TextContent.TakeWhile(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
}
