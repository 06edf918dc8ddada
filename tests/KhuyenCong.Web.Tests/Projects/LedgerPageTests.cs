using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Projects;

/// <summary>The ledger, its forms and the accountant's queue over HTTP.</summary>
public class LedgerPageTests
{
    private static readonly byte[] Pdf = "%PDF-1.7 chứng từ"u8.ToArray();

    [Theory]
    [InlineData(Role.Leader, "403 403 404")]
    [InlineData(Role.DivisionHead, "403 403 404")]
    [InlineData(Role.Division, "403 403 404")]
    [InlineData(Role.Manager, "403 403 404")]
    [InlineData(Role.Accountant, "403 403 404")]
    [InlineData(Role.CentreManager, "200 200 404")]
    [InlineData(Role.Officer, "404 403 404")]
    [InlineData(Role.Administrator, "403 403 403")]
    public async Task Each_role_reaches_its_own_forms(Role role, string expected)
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, entry) = await PostedAsync(portal);
        var browser = await portal.SignInAsync(role);

        List<int> statuses = [];
        foreach (var path in new[] { $"/de-an/{id}/dao-khoan/{entry}", $"/de-an/{id}/phu-luc-hop-dong", $"/de-an/{id}/tep/4711" })
        {
            using var answer = await browser.GetAsync(path);
            statuses.Add(answer.StatusCode == HttpStatusCode.Redirect ? 403 : (int)answer.StatusCode);
        }

        Assert.Equal(expected, string.Join(' ', statuses));
    }

    [Fact]
    public async Task A_wrong_entry_is_undone_from_its_row_and_both_rows_say_so_in_words()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, entry) = await PostedAsync(portal);
        var chief = await portal.SignInAsync(Role.CentreManager);
        var link = (await chief.OpenAsync($"/de-an/{id}?phan=tien")).QuerySelectorAll("table.data a").Single(a => a.TextContent.StartsWith("Đảo khoản này", StringComparison.Ordinal));
        Assert.Equal($"/de-an/{id}/dao-khoan/{entry}", link.GetAttribute("href"));

        using var empty = await chief.PostAsync($"/de-an/{id}/dao-khoan/{entry}", ("Input.Reason", ""));
        using var early = await chief.PostAsync(
            $"/de-an/{id}/dao-khoan/{entry}", ("Input.Reason", "Ghi nhầm"), ("Input.Date", "01/10/2024"), ("Input.Voucher", "BTĐ 1"));
        using var sent = await chief.PostAsync(
            $"/de-an/{id}/dao-khoan/{entry}", ("Input.Reason", "Ghi nhầm đề án"), ("Input.Date", "05/11/2024"), ("Input.Voucher", "BTĐ 1"));
        Assert.Equal(
            (HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (empty.StatusCode, early.StatusCode, sent.StatusCode));
        Assert.Contains("ở trước ngày của khoản bị đảo 01/11/2024", (await Browser.ReadAsync(early)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);

        var waiting = await chief.OpenAsync($"/de-an/{id}?phan=tien");
        Assert.Contains("Đang có đề nghị đảo: chứng từ BTĐ 1", Words(waiting.QuerySelector($"#khoan-{entry}")!), StringComparison.Ordinal);
        using var again = await chief.GetAsync($"/de-an/{id}/dao-khoan/{entry}");
        Assert.Contains("đã có bút toán đảo", (await Browser.ReadAsync(again)).QuerySelector(".why-not")!.TextContent, StringComparison.Ordinal);

        var accountant = await portal.SignInAsync(Role.Accountant);
        var queue = await accountant.OpenAsync("/tien/cho-duyet");
        var row = Words(queue.QuerySelector("tbody tr")!);
        Assert.Contains("Đã giải ngân 40.000.000 → 0", row, StringComparison.Ordinal);
        Assert.Contains("Còn trong giới hạn 60.000.000 → 100.000.000", row, StringComparison.Ordinal);
        Assert.Contains("Lý do đảo: Ghi nhầm đề án", row, StringComparison.Ordinal);
        await PostFirstFormAsync(accountant, queue);

        var ledger = await accountant.OpenAsync($"/de-an/{id}?phan=tien");
        Assert.Contains("Đã bị đảo bởi chứng từ BTĐ 1", Words(ledger.QuerySelector($"#khoan-{entry}")!), StringComparison.Ordinal);
        var reversal = ledger.QuerySelectorAll("tbody tr[id]")[1];
        Assert.Contains("Đảo khoản tạm ứng, chứng từ UNC 1", Words(reversal), StringComparison.Ordinal);
        Assert.Contains("-40.000.000", Words(reversal).Replace('−', '-'), StringComparison.Ordinal);
        await using var db = portal.Db();
        Assert.Equal(Vnd.Zero, (await db.Projects.SingleAsync(p => p.Id == id)).Posted);
    }

    [Fact]
    public async Task Evidence_is_sent_with_the_form_and_handed_out_again()
    {
        using var portal = await PortalFactory.StartAsync();
        var id = await InAsync(portal, SomeProject.Supported(100).UnderContract(100));
        var chief = await portal.SignInAsync(Role.CentreManager);

        using var wrong = await SendAsync(chief, id, "UNC 1", "MZ"u8.ToArray());
        using var sent = await SendAsync(chief, id, "UNC 1", Pdf);
        using var without = await SendAsync(chief, id, "UNC 2", null);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.Redirect), (wrong.StatusCode, sent.StatusCode, without.StatusCode));
        Assert.Contains("không phải PDF, JPG hay PNG", (await Browser.ReadAsync(wrong)).QuerySelector("#Evidence_loi")!.TextContent, StringComparison.Ordinal);
        var rows = (await chief.OpenAsync($"/de-an/{id}?phan=tien")).QuerySelectorAll("tbody tr[id]");
        var link = (IHtmlAnchorElement)rows[0].QuerySelectorAll("a").Single(a => a.TextContent.StartsWith("unc.pdf", StringComparison.Ordinal));
        Assert.Contains("Chưa có chứng từ", rows[1].TextContent, StringComparison.Ordinal);
        using var file = await chief.GetAsync(link.GetAttribute("href")!);
        Assert.Equal(("application/pdf", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync());

        var stranger = await portal.SignInAsync(Role.Officer);
        using var hidden = await stranger.GetAsync(link.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task The_form_offers_the_kinds_that_the_project_takes()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await PostedAsync(portal);
        var chief = await portal.SignInAsync(Role.CentreManager);
        Assert.Equal(["Tạm ứng", "Thanh toán", "Thu hồi", "Thanh toán tạm ứng"], await KindsAsync(chief, id));

        await using (var db = portal.Db())
        {
            (await db.Projects.SingleAsync(p => p.Id == id)).Stop(Actor.System("Kiểm thử"), portal.Clock.GetUtcNow().UtcDateTime, "Dừng");
            await db.SaveAsync(Actor.System("Kiểm thử"), null, CancellationToken.None);
        }

        Assert.Equal(["Thu hồi"], await KindsAsync(chief, id));
        (string, string)[] form = [("Input.Kind", "Recovery"), ("Input.Amount", "10.000.000"), ("Input.Date", "10/11/2024"), ("Input.Voucher", "PT 1")];
        using var unexplained = await chief.PostAsync($"/de-an/{id}/de-nghi-tien", [.. form, ("Input.LateReason", "")]);
        using var explained = await chief.PostAsync($"/de-an/{id}/de-nghi-tien", [.. form, ("Input.LateReason", "Cơ sở trả chậm")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (unexplained.StatusCode, explained.StatusCode));
        Assert.Contains("Thu hồi muộn: Cơ sở trả chậm", (await chief.OpenAsync($"/de-an/{id}?phan=tien")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_shows_a_clearing_and_a_settlement_before_and_after()
    {
        using var portal = await PortalFactory.StartAsync();
        var (id, _) = await PostedAsync(portal);
        var chief = await portal.SignInAsync(Role.CentreManager);
        using var clearing = await chief.PostAsync(
            $"/de-an/{id}/de-nghi-tien", ("Input.Kind", "Clearing"), ("Input.Amount", "30.000.000"), ("Input.Date", "05/11/2024"), ("Input.Voucher", "HT 1"));
        Assert.Equal(HttpStatusCode.Redirect, clearing.StatusCode);

        var accountant = await portal.SignInAsync(Role.Accountant);
        var queue = await accountant.OpenAsync("/tien/cho-duyet");
        Assert.Contains("Tạm ứng chưa thanh toán 40.000.000 → 10.000.000", Words(queue.QuerySelector("tbody tr")!), StringComparison.Ordinal);
        Assert.Contains("1 khoản không chuyển tiền", Words(queue.QuerySelector(".lead-line")!), StringComparison.Ordinal);
        await PostFirstFormAsync(accountant, queue);

        var money = Words((await chief.OpenAsync($"/de-an/{id}?phan=tien")).QuerySelector(".figures-table")!);
        foreach (var figure in new[] { "Tạm ứng40.000.000", "Đã thanh toán tạm ứng30.000.000", "Tạm ứng chưa thanh toán10.000.000", "Đã giải ngân40.000.000", "Còn lại60.000.000" })
        {
            Assert.Contains(figure, money, StringComparison.Ordinal);
        }

        await using (var db = portal.Db())
        {
            var project = await db.Projects.SingleAsync(p => p.Id == id);
            var acceptance = new Acceptance
            {
                ProjectId = id, Date = new(2024, 11, 6), Finding = "Đạt", MinutesNumber = "1", AcceptedSupport = Vnd.Million(80),
                RecordedById = await db.Users.Select(u => u.Id).FirstAsync(), RecordedAt = portal.Clock.GetUtcNow().UtcDateTime,
            };
            project.Start(Actor.System("Kiểm thử"), acceptance.RecordedAt);
            project.Accept(acceptance, Actor.System("Kiểm thử"), acceptance.RecordedAt);
            db.Acceptances.Add(acceptance);
            await db.SaveAsync(Actor.System("Kiểm thử"), null, CancellationToken.None);
        }

        using var settlement = await chief.PostAsync(
            $"/de-an/{id}/de-nghi-tien", ("Input.Kind", "Settlement"), ("Input.Amount", "70.000.000"), ("Input.Date", "10/11/2024"), ("Input.Voucher", "QT 1"));
        Assert.Equal(HttpStatusCode.Redirect, settlement.StatusCode);
        queue = await accountant.OpenAsync("/tien/cho-duyet");
        Assert.Contains("Quyết toán chưa có → 70.000.000 Nghiệm thu 80.000.000", Words(queue.QuerySelector("tbody tr")!), StringComparison.Ordinal);
        await PostFirstFormAsync(accountant, queue);
        Assert.Contains("Đã quyết toán", (await chief.OpenAsync($"/de-an/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appendix_raises_or_lowers_the_contract_and_is_refused_with_the_amounts()
    {
        using var portal = await PortalFactory.StartAsync();
        var id = await InAsync(portal, SomeProject.Supported(100).UnderContract(80));
        var chief = await portal.SignInAsync(Role.CentreManager);
        await using var db = portal.Db();
        var contract = (await db.Contracts.SingleAsync()).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        (string, string)[] form = [("Input.ContractId", contract), ("Input.Number", "01/PLHĐ"), ("Input.SignedOn", "01/10/2024")];

        using var empty = await chief.PostAsync($"/de-an/{id}/phu-luc-hop-dong", ("Input.Number", ""));
        using var above = await chief.PostAsync($"/de-an/{id}/phu-luc-hop-dong", [.. form, ("Input.Value", "20.000.001")]);
        using var done = await chief.PostAsync($"/de-an/{id}/phu-luc-hop-dong", [.. form, ("Input.Value", "30.000.000"), ("Input.Lowers", "true")]);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (empty.StatusCode, above.StatusCode, done.StatusCode));
        Assert.Contains("còn ký được 20.000.000\u00A0đ", (await Browser.ReadAsync(above)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Phụ lục hợp đồng", Words((await chief.OpenAsync($"/de-an/{id}?phan=ho-so")).QuerySelector("table")!), StringComparison.Ordinal);
        Assert.Equal(Vnd.Million(50), (await db.Projects.AsNoTracking().SingleAsync(p => p.Id == id)).Contracted);
    }

    [Fact]
    public async Task A_project_without_contract_says_why_it_takes_no_appendix()
    {
        using var portal = await PortalFactory.StartAsync();
        var id = await InAsync(portal, SomeProject.Supported(100));
        var chief = await portal.SignInAsync(Role.CentreManager);

        Assert.Contains("chưa có hợp đồng", (await chief.OpenAsync($"/de-an/{id}/phu-luc-hop-dong")).QuerySelector(".why-not")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> KindsAsync(Browser browser, int id) =>
        (await browser.OpenAsync($"/de-an/{id}/de-nghi-tien")).QuerySelectorAll("#Input_Kind option").Skip(1).Select(o => o.TextContent);

    private static string Words(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, int id, string voucher, byte[]? evidence)
    {
        var page = await browser.OpenAsync($"/de-an/{id}/de-nghi-tien");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in page.QuerySelectorAll("main form input[type=hidden]").OfType<IHtmlInputElement>().Select(i => (i.Name!, i.Value))
            .Concat([("Input.Kind", "Advance"), ("Input.Amount", "40.000.000"), ("Input.Date", "01/11/2024"), ("Input.Voucher", voucher)]))
        {
            content.Add(new StringContent(value), name);
        }

        if (evidence is not null)
        {
            var file = new ByteArrayContent(evidence);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(file, "Evidence", "unc.pdf");
        }

        return await browser.Client.PostAsync(new Uri($"/de-an/{id}/de-nghi-tien", UriKind.Relative), content);
    }

    private static async Task PostFirstFormAsync(Browser browser, IHtmlDocument page)
    {
        var form = (IHtmlFormElement)page.QuerySelector("main form[method=post]")!;
        using var content = new FormUrlEncodedContent(form.Elements.OfType<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value)));
        using var posted = await browser.Client.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);
    }

    // An advance of 40 triệu out of 100, proposed and posted over HTTP.
    private static async Task<(int Project, int Entry)> PostedAsync(PortalFactory portal)
    {
        var id = await InAsync(portal, SomeProject.Supported(100).UnderContract(100));
        var chief = await portal.SignInAsync(Role.CentreManager);
        using var sent = await SendAsync(chief, id, "UNC 1", null);
        var accountant = await portal.SignInAsync(Role.Accountant);
        await using var db = portal.Db();
        var entry = await db.MoneyEntries.SingleAsync();
        var queue = await accountant.OpenAsync("/tien/cho-duyet");
        await PostFirstFormAsync(accountant, queue);
        return (id, entry.Id);
    }

    private static async Task<int> InAsync(PortalFactory portal, SomeProject project)
    {
        await using var db = portal.Db();
        return await project.InAsync(db);
    }
}
