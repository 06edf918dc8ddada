using System.Globalization;
using System.Net;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Settings;

public sealed class DelegationPageTests
{
    [Fact]
    public async Task A_delegate_finds_the_page_within_a_minute_and_loses_it_when_revoked()
    {
        using var portal = await PortalFactory.StartAsync();
        var leader = await portal.AccountAsync(Role.Leader);
        var (id, email) = await portal.AccountAsync(Role.CentreManager);
        var browser = portal.Browser();
        await browser.SignInAsync(email, PortalFactory.Password);
        await browser.OpenAsync("/ke-hoach/999/phe-duyet", HttpStatusCode.Forbidden);

        var administrator = await portal.SignInAsync(Role.Administrator);
        using (var made = await administrator.PostAsync(
            "/quan-tri/uy-quyen/them", ("Input.FromId", Text(leader.Id)), ("Input.ToId", Text(id)), ("Input.Permission", Permissions.PlansApprove),
            ("Input.FirstDay", "15/11/2024"), ("Input.LastDay", "20/11/2024"), ("Input.LegalBasis", "Giấy ủy quyền số 05/GUQ-SCT ngày 14/11/2024"))) Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        portal.SessionClock.Advance(TimeSpan.FromSeconds(31));
        await browser.OpenAsync("/ke-hoach/999/phe-duyet", HttpStatusCode.NotFound);

        using (var gone = await administrator.PostAsync("/quan-tri/uy-quyen/1/thu-hoi", ("Reason", "Về lại cơ quan"))) Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        portal.SessionClock.Advance(TimeSpan.FromSeconds(31));
        await browser.OpenAsync("/ke-hoach/999/phe-duyet", HttpStatusCode.Forbidden);
        var list = await administrator.OpenAsync("/quan-tri/uy-quyen");
        Assert.Contains("Đã thu hồi", list.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delegation_whose_lender_is_locked_is_not_told_to_be_in_force()
    {
        using var portal = await PortalFactory.StartAsync();
        var (leader, delegated) = (await portal.AccountAsync(Role.Leader), await portal.AccountAsync(Role.CentreManager));
        var administrator = await portal.SignInAsync(Role.Administrator);
        using (var made = await administrator.PostAsync(
            "/quan-tri/uy-quyen/them", ("Input.FromId", Text(leader.Id)), ("Input.ToId", Text(delegated.Id)), ("Input.Permission", Permissions.PlansApprove),
            ("Input.FirstDay", "15/11/2024"), ("Input.LastDay", "20/11/2024"), ("Input.LegalBasis", "Giấy ủy quyền số 05/GUQ-SCT ngày 14/11/2024"))) Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Contains("Đang có hiệu lực", await RowAsync(), StringComparison.Ordinal);
        await using (var db = portal.Db())
        {
            (await db.Users.SingleAsync(u => u.Id == leader.Id)).IsLocked = true;
            await db.SaveAsync(Actor.System("Kiểm thử"), null, default);
        }

        var row = await RowAsync();
        Assert.DoesNotContain("Đang có hiệu lực", row, StringComparison.Ordinal);
        Assert.Contains("tài khoản của người ủy quyền đã bị khóa", row, StringComparison.Ordinal);

        async Task<string> RowAsync() => (await administrator.OpenAsync("/quan-tri/uy-quyen")).QuerySelector("tbody")!.TextContent;
    }

    [Fact]
    public async Task Each_refusal_is_a_sentence_on_the_page()
    {
        using var portal = await PortalFactory.StartAsync();
        var leader = await portal.AccountAsync(Role.Leader);
        var administrator = await portal.SignInAsync(Role.Administrator);
        using var answer = await administrator.PostAsync(
            "/quan-tri/uy-quyen/them", ("Input.FromId", Text(leader.Id)), ("Input.ToId", Text(leader.Id)), ("Input.Permission", Permissions.PlansEndorse),
            ("Input.FirstDay", "15/11/2024"), ("Input.LastDay", "20/11/2024"), ("Input.LegalBasis", "Giấy ủy quyền số 05/GUQ-SCT ngày 14/11/2024"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Không ai ủy quyền cho chính mình.", page, StringComparison.Ordinal);
        Assert.Contains("không có quyền «Xem xét, ký trình (cấp phòng)»", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Norms_and_steps_are_changed_on_their_pages()
    {
        using var portal = await PortalFactory.StartAsync();
        var administrator = await portal.SignInAsync(Role.Administrator);
        using (var added = await administrator.PostAsync(
            "/quan-tri/dinh-muc/2/muc-moi", ("Input.Rate", "40"), ("Input.Cap", "250.000.000"), ("Input.LegalSource", "NQ 10"), ("Input.ValidFrom", "01/01/2025"), ("Input.Reason", "Tỉnh quy định")))
            Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        using (var off = await administrator.PostAsync("/quan-tri/dinh-muc/1/trang-thai", ("Reason", "Chờ quy định"))) Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        var norms = (await administrator.OpenAsync("/quan-tri/dinh-muc")).QuerySelector("tbody")!.TextContent;
        Assert.Contains("250.000.000", norms, StringComparison.Ordinal);
        Assert.Contains("31/12/2024", norms, StringComparison.Ordinal);
        Assert.Contains("Áp dụng lại", norms, StringComparison.Ordinal);

        using (var step = await administrator.PostAsync(
            "/quan-tri/buoc-phe-duyet/them?loai=Plan", ("Input.Position", "Phó Giám đốc"), ("Input.Permission", Permissions.PlansApprove), ("Input.Reason", "Quy chế")))
            Assert.Equal(HttpStatusCode.Redirect, step.StatusCode);
        var deciders = Enumerable.Range(0, 10).Select(i => ($"Input.Choices[{i}].Decider", "PlanBody")).Append(("Input.Reason", "Quy định phân cấp"));
        using (var decided = await administrator.PostAsync("/quan-tri/buoc-phe-duyet", [.. deciders])) Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        Assert.Equal(10, (await administrator.OpenAsync("/quan-tri/buoc-phe-duyet")).QuerySelectorAll("option[value=PlanBody][selected]").Length);
        Assert.Contains("Phó Giám đốc", (await administrator.OpenAsync("/quan-tri/buoc-phe-duyet")).Body!.TextContent, StringComparison.Ordinal);
        await administrator.OpenAsync("/quan-tri/buoc-phe-duyet/them?loai=Khac", HttpStatusCode.NotFound);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
