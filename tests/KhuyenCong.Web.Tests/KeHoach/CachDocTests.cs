using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.KeHoach;

/// <summary>Answers that live on: kept for the mended file, and remembered for the office.</summary>
public sealed class CachDocTests : IAsyncLifetime
{
    private const string List = "/ke-hoach/cach-doc";

    private PortalFactory _portal = null!;
    private Browser _clerk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFactory.StartAsync();
        _clerk = await _portal.SignInAsync(Role.Division);
    }

    public ValueTask DisposeAsync()
    {
        _portal.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_mended_file_keeps_the_answers_and_says_so()
    {
        var first = await UploadAsync(_clerk, Annex().Text("F5", "sáu mươi").Text("D6", "lúc nào đó"));
        using (var kept = await ApplyAsync(_clerk, first, ("tl[o:F5]", "60"), ("tl[o:D6]", "05/2024"))) Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.DoesNotContain("câu trả lời từ tệp", (await _clerk.OpenAsync(first)).Body!.TextContent, StringComparison.Ordinal);
        var page = await _clerk.OpenAsync(await UploadAsync(_clerk, Annex().Text("F5", "sáu mươi").Text("D6", "06/2024")));
        Assert.Matches(@"Đã giữ 1 câu trả lời từ tệp tải lên ngày \d\d/\d\d/\d{4}; 1 câu không còn dùng: ô D6 đã đổi\.", page.Body!.TextContent);
        Assert.Contains("✓ Không có lỗi", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_remembered_answers_a_colleagues_import_and_can_be_changed_there_for_his_file()
    {
        var first = await UploadAsync(_clerk, Odd());
        Assert.Null((await _clerk.OpenAsync(first)).QuerySelector("input[name^='nho[']"));
        using (var given = await ApplyAsync(_clerk, first, ("tl[dia-ban:C5]", "Toàn tỉnh"))) Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
        var asked = await _clerk.OpenAsync(first);
        Assert.NotNull(asked.QuerySelector("input[type=checkbox][name='nho[dia-ban:C5]']:not([checked])"));
        Assert.Null(asked.QuerySelector("input[name='nho[o:F6]']"));
        using (var kept = await ApplyAsync(_clerk, first, ("tl[dia-ban:C5]", "Toàn tỉnh"), ("nho[dia-ban:C5]", "true"), ("tl[cot:I]", "Goal"), ("nho[cot:I]", "true"), ("tl[o:F6]", "60"), ("nho[o:F6]", "false"))) Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);

        var colleague = await _portal.SignInAsync(Role.Division);
        var theirs = await UploadAsync(colleague, Odd());
        var page = await colleague.OpenAsync(theirs);
        var notice = page.QuerySelector("section[aria-labelledby=cach-doc]")!;
        Assert.Equal("Theo cách đọc đã lưu của cơ quan (2)", notice.QuerySelector("h2")!.TextContent);
        Assert.Contains("Cột I «KP thêm».", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mục tiêu, quy mô (theo cách đọc đã lưu)", notice.QuerySelector("select[name='tl[cot:I]'] option")!.TextContent);
        var place = (IHtmlInputElement)notice.QuerySelector("input[name='tl[dia-ban:C5]']")!;
        Assert.Equal(("Toàn tỉnh (theo cách đọc đã lưu)", ""), (place.Placeholder, place.Value));
        Assert.Empty(notice.QuerySelectorAll("input[type=checkbox], button[name=bo]"));
        Assert.Equal(List, notice.QuerySelector("a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("#da-chon"));

        using (var other = await ApplyAsync(colleague, theirs, ("tl[dia-ban:C5]", ""), ("tl[o:F6]", "60"))) Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        page = await colleague.OpenAsync(theirs);
        Assert.Equal("Bạn đã trả lời (1)", page.QuerySelector("#da-chon")!.TextContent);
        using (var other = await ApplyAsync(colleague, theirs, ("tl[dia-ban:C5]", "Huyện Krông Bông"))) Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        page = await colleague.OpenAsync(theirs);
        Assert.Equal(("Theo cách đọc đã lưu của cơ quan (1)", "Bạn đã trả lời (2)"), (page.QuerySelector("#cach-doc")!.TextContent, page.QuerySelector("#da-chon")!.TextContent));
    }

    [Fact]
    public async Task Another_meaning_of_the_same_text_is_refused_with_who_said_the_first_and_the_answer_stays()
    {
        await RememberAsync("Chỗ kia", AnnexAliasKind.Place, "tinh");
        var preview = await UploadAsync(_clerk, Odd());
        using var refused = await ApplyAsync(_clerk, preview, ("tl[dia-ban:C5]", "Huyện Krông Bông"), ("nho[dia-ban:C5]", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Địa điểm «Chỗ kia» đã được", (await Browser.ReadAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Bạn đã trả lời (1)", (await _clerk.OpenAsync(preview)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_waits_until_what_is_remembered_was_seen()
    {
        var preview = await UploadAsync(_clerk, Annex().Text("I3", "KP thêm").Number("I5", 7m));
        await RememberAsync("KP thêm", AnnexAliasKind.Column, "Goal");
        (string, string)[] form = [("Plan.Year", "2024"), ("Plan.Tranche", "1"), ("Plan.Source", "Local"), ("WarningReason", "Đã đối chiếu")];
        using (var unseen = await _clerk.PostAsync(preview, [.. form, ("CachDoc", "")]))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, unseen.StatusCode);
            Assert.Contains("Cách đọc đã lưu của cơ quan vừa thay đổi («KP thêm»)", (await Browser.ReadAsync(unseen)).Body!.TextContent, StringComparison.Ordinal);
        }

        using var seen = await _clerk.PostAsync(preview, form);
        Assert.Equal(HttpStatusCode.Redirect, seen.StatusCode);
    }

    [Fact]
    public async Task The_list_finds_edits_and_withdraws_and_a_stale_form_changes_nothing()
    {
        Assert.Contains("Chưa lưu cách đọc nào", (await _clerk.OpenAsync(List)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        var id = await RememberAsync("Chỗ kia", AnnexAliasKind.Place, "tinh");
        await RememberAsync("KP thêm", AnnexAliasKind.Column, "Goal");
        Assert.Equal(["KP thêm", "Chỗ kia"], (await _clerk.OpenAsync(List)).QuerySelectorAll("tbody th").Select(t => t.TextContent.Trim()));
        Assert.Equal(["Chỗ kia"], (await _clerk.OpenAsync(List + "?q=cho+kia&loai=Place&trang=x")).QuerySelectorAll("tbody th").Select(t => t.TextContent.Trim()));
        Assert.Contains("Bỏ bớt điều kiện", (await _clerk.OpenAsync(List + "?loai=Unit")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        var one = $"{List}/{id}";
        var opened = await _clerk.OpenAsync(one);
        Assert.Equal("Toàn tỉnh", ((IHtmlInputElement)opened.QuerySelector("[name='Input.Value']")!).Value);
        using (var wrong = await _clerk.PostAsync(one, ("Input.Value", "Huyện Không Có"), ("Input.Version", "0")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            Assert.Equal("Huyện Không Có", ((IHtmlInputElement)(await Browser.ReadAsync(wrong)).QuerySelector("[name='Input.Value'][aria-invalid=true]")!).Value);
        }

        using (var saved = await _clerk.PostAsync(one, ("Input.Value", "Huyện Krông Bông"), ("Input.Version", "0"))) Assert.Equal(List, saved.Headers.Location!.OriginalString);
        using (var stale = await _clerk.PostAsync(one, ("Input.Value", "Huyện Ea Kar"), ("Input.Version", "0")))
        {
            Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
            Assert.Contains("Huyện Krông Bông", (await Browser.ReadAsync(stale)).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        }

        using (var stale = await _clerk.PostAsync(one + "?handler=ThoiDung", ("Input.Version", "0"))) Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using (var withdrawn = await _clerk.PostAsync(one + "?handler=ThoiDung", ("Input.Version", "1"))) Assert.Equal(List, withdrawn.Headers.Location!.OriginalString);
        using var gone = await _clerk.GetAsync(one);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(1, (await _clerk.OpenAsync(List)).QuerySelectorAll("tbody th").Length);
    }

    [Fact]
    public async Task Others_do_not_see_it_and_no_page_asks_the_database_often()
    {
        var id = await RememberAsync("Chỗ kia", AnnexAliasKind.Place, "tinh");
        var leader = await _portal.SignInAsync(Role.Leader);
        foreach (var path in new[] { List, $"{List}/{id}" })
        {
            using var answer = await leader.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            await _clerk.OpenAsync(path);
            using var commands = new SqlCount(_portal.ConnectionString);
            await _clerk.OpenAsync(path);
            Assert.InRange(commands.Commands, 1, 12);
        }
    }

    private static WorkbookBuilder Annex()
    {
        var workbook = new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng")
            .Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ", "Đối ứng", "Nguồn khác").Line(4, 1, "I", "Thông tin, tuyên truyền");
        for (var row = 5; row < 7; row++) workbook.Line(row, 1, row - 4, "Đề án " + row.ToString(CultureInfo.InvariantCulture), "Huyện Ea Kar", "05/2024", 100, 60, 40);
        return workbook;
    }

    private static WorkbookBuilder Odd() => Annex().Text("C5", "Chỗ kia").Text("I3", "KP thêm").Number("I5", 7m).Text("F6", "sáu mươi");

    private async Task<int> RememberAsync(string text, AnnexAliasKind kind, string value)
    {
        await using var db = _portal.Db();
        var by = await db.Users.OrderBy(u => u.Id).FirstAsync(Stop);
        var alias = new AnnexAlias { Kind = kind, Key = text.ToLowerInvariant(), Text = text, Value = value, SavedById = by.Id, SavedAt = new DateTime(2024, 11, 1, 0, 0, 0, DateTimeKind.Utc) };
        db.AnnexAliases.Add(alias);
        await db.SaveAsync(Actor.System("Kiểm thử"), null, Stop);
        return alias.Id;
    }

    private static async Task<string> UploadAsync(Browser browser, WorkbookBuilder workbook)
    {
        var page = await browser.OpenAsync("/ke-hoach/nhap-tu-excel");
        using var content = new MultipartFormDataContent { { new StringContent(((IHtmlInputElement)page.QuerySelector("main [name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" } };
        var part = new ByteArrayContent(workbook.Build());
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "File", "phu-luc.xlsx");
        using var answer = await browser.Client.PostAsync(new Uri("/ke-hoach/nhap-tu-excel", UriKind.Relative), content, Stop);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> ApplyAsync(Browser browser, string preview, params (string Name, string Value)[] fields)
    {
        var page = await browser.OpenAsync(preview);
        var token = page.QuerySelectorAll("main form [name=__RequestVerificationToken]").OfType<IHtmlInputElement>().Last().Value;
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Append(("Plan.Year", "2024")).Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)));
        return await browser.Client.PostAsync(new Uri(preview + "?handler=ApDung", UriKind.Relative), content, Stop);
    }
}
