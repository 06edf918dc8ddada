using System.Net;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using KhuyenCong.Web.Tests.Plans;
using Xunit;

namespace KhuyenCong.Web.Tests.Beneficiaries;

public sealed class BeneficiaryPageTests
{
    private const string Code = "0100109106";

    [Fact]
    public async Task A_row_is_added_found_edited_and_merged_in_the_browser()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Division);
        await AddAsync(browser, "Hộ Lan Anh", Code);
        await AddAsync(browser, "Hộ lan anh", "");
        var list = await browser.OpenAsync("/don-vi-thu-huong?q=lan+anh&loai=Enterprise&trung=1");
        Assert.Equal(2, list.QuerySelectorAll("tbody tr").Length);

        using (var saved = await browser.PostAsync("/don-vi-thu-huong/2/sua", ("Input.Name", "Hộ Lan Anh (Ea Kar)"), ("Input.Kind", "HouseholdBusiness"), ("Input.Area", "Huyện Ea Kar"))) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("Lan Anh (Ea Kar)", (await browser.OpenAsync("/don-vi-thu-huong/1/gop?q=ea+kar")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using (var merged = await browser.PostAsync("/don-vi-thu-huong/2/gop?voi=1", ("Input.KeepId", "1"), ("Input.Reason", "Một hộ ghi hai lần"))) Assert.Equal("/don-vi-thu-huong/1", merged.Headers.Location!.OriginalString);
        Assert.Contains("Đã gộp", (await browser.OpenAsync("/don-vi-thu-huong/2")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Một hộ ghi hai lần", (await browser.OpenAsync("/don-vi-thu-huong/1")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var closed = await browser.GetAsync("/don-vi-thu-huong/2/gop");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Fact]
    public async Task A_row_that_was_merged_meanwhile_leads_to_the_one_that_was_kept()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Division);
        await AddAsync(browser, "Hộ Lan Anh", Code);
        await AddAsync(browser, "Hộ lan anh", "");
        var merging = await browser.OpenAsync("/don-vi-thu-huong/2/gop?voi=1");
        using (var merged = await browser.PostAsync("/don-vi-thu-huong/2/gop?voi=1", ("Input.KeepId", "1"), ("Input.Reason", "Một hộ ghi hai lần"))) Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);
        using var again = await browser.SendAsync(merging, "/don-vi-thu-huong/2/gop?voi=1", "Gộp hai dòng", null, ("Input.KeepId", "1"), ("Input.Reason", "Lần nữa"));
        using var edited = await browser.SendAsync("/don-vi-thu-huong/2/sua", "Lưu", ("Input.Name", "Tên mới"));
        foreach (var answer in new[] { again, edited })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal("Mở đơn vị được giữ lại", (await Browser.ReadAsync(answer)).QuerySelector(".error-summary a[href='/don-vi-thu-huong/1']")!.TextContent);
        }
    }

    [Fact]
    public async Task A_tax_code_of_another_row_leads_to_it()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Division);
        await AddAsync(browser, "Hộ Lan Anh", Code);
        using var answer = await browser.PostAsync("/don-vi-thu-huong/them", ("Input.Name", "Công ty khác"), ("Input.Kind", "Enterprise"), ("Input.TaxCode", Code));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Contains("Hộ Lan Anh", page.QuerySelector("main a[href='/don-vi-thu-huong/1']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Công ty khác", page.QuerySelector("#Input_Name")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_edit_of_what_moved_meanwhile_shows_both_versions()
    {
        using var portal = await PortalFactory.StartAsync();
        var browser = await portal.SignInAsync(Role.Division);
        await AddAsync(browser, "Hộ Lan Anh", "");
        using var stale = await browser.PostAsync("/don-vi-thu-huong/1/sua", ("Input.Version", "7"), ("Input.Name", "Tên mới"), ("Input.Kind", "Enterprise"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var page = await Browser.ReadAsync(stale);
        Assert.Contains("Tên mới", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\s,|, sau khi bạn mở trang", page.QuerySelector("main [role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_draft_is_linked_to_the_register_without_script_and_warned_of_repeats()
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.DraftAsync(1);
        var plan = await portal.DraftAsync(1, tranche: 2);
        var project = portal.FirstProject(plan);
        var browser = await portal.SignInAsync(Role.Division);
        await AddAsync(browser, "Công ty Minh Phát", Code);
        var address = $"/ke-hoach/{plan}/de-an/{project}/sua";
        var page = await browser.OpenAsync(address);
        Assert.Contains("Hỗ trợ lặp lại (1)", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(address, page.QuerySelector("main form")!.GetAttribute("action"));

        // They speak of what stands today, on no past day.
        Assert.Contains("Hỗ trợ lặp lại (1)", (await browser.OpenAsync($"/ke-hoach/{plan}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Hỗ trợ lặp lại", (await browser.OpenAsync($"/ke-hoach/{plan}?ngay=2024-06-30")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var searched = await browser.Client.PostAsync(new Uri(address + "?handler=Tim", UriKind.Relative), new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("Input.Name", "Tên đang gõ dở"), new("Input.Beneficiary", "Cơ sở Lan Anh"), new("tim-danh-ba", Code)]));
        var found = await Browser.ReadAsync(searched);
        Assert.Equal("Tên đang gõ dở", found.QuerySelector("#Input_Name")!.TextContent.Trim());
        Assert.NotNull(found.QuerySelector("input[name='Input.BeneficiaryIds'][value='1']:not([checked])"));

        using (var saved = await browser.PostAsync(
            address, ("Input.Group", "c:ND3"), ("Input.Name", "Máy sấy"), ("Input.Beneficiary", "Cơ sở Lan Anh"), ("Input.BeneficiaryIds", "1"))) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.NotNull((await browser.OpenAsync(address)).QuerySelector("input[name='Input.BeneficiaryIds'][value='1'][checked]"));
        Assert.Contains("Máy sấy", (await browser.OpenAsync("/don-vi-thu-huong/1")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/don-vi-thu-huong?q=cơ+sở&dia-ban=1&loai=Enterprise&trung=1", Role.Division)]
    [InlineData("/don-vi-thu-huong/1", Role.Division)]
    [InlineData("/don-vi-thu-huong/1/sua", Role.Division)]
    [InlineData("/don-vi-thu-huong/1/gop?voi=2", Role.Division)]
    [InlineData("/quan-tri/dinh-muc", Role.Administrator)]
    [InlineData("/quan-tri/buoc-phe-duyet", Role.Administrator)]
    [InlineData("/quan-tri/uy-quyen", Role.Administrator)]
    public async Task A_page_takes_few_commands(string path, Role role)
    {
        using var portal = await PortalFactory.StartAsync();
        await using (var db = portal.Db())
        {
            for (var i = 0; i < 60; i++) db.Beneficiaries.Add(new Beneficiary { Name = $"Cơ sở {i}" });
            await db.SaveAsync(Actor.System("Kiểm thử"), null, default);
            await SomeProject.Supported(150).UnderContract(120).InAsync(db);
        }

        var browser = await portal.SignInAsync(role);
        await browser.OpenAsync(path);
        using var sql = new SqlCount(portal.ConnectionString);
        await browser.OpenAsync(path);
        Assert.InRange(sql.Commands, 1, 12);
    }

    private static async Task AddAsync(Browser browser, string name, string code)
    {
        using var added = await browser.PostAsync("/don-vi-thu-huong/them", ("Input.Name", name), ("Input.Kind", "Enterprise"), ("Input.TaxCode", code));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
    }
}
