using System.Net;
using AngleSharp.Html.Dom;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.People;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Adjustments;

public sealed class BulkApprovalPageTests
{
    private const string Path = "/phe-duyet-nhieu";

    [Fact]
    public async Task Each_of_several_is_decided_by_itself_and_what_is_refused_keeps_what_was_typed()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        var (first, second) = (await office.EndorsedAsync(2), await office.EndorsedAsync());
        var leader = await portal.SignInAsync(Role.Leader);
        var shown = await leader.OpenAsync(Path);
        Assert.Contains("Sau quyết định", shown.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // Both raise the first project: the second finds that the first was quicker.
        var answer = await Browser.ReadAsync(await SendAsync(leader, shown, office, [("90/QĐ-SCT", true), ("91/QĐ-SCT", true)], "%PDF-1.7"));
        Assert.Contains("Kết quả: 1 trong 2", answer.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("91/QĐ-SCT", ((IHtmlInputElement)answer.QuerySelector("[name='Choices[0].Number']")!).Value);
        Assert.True(((IHtmlInputElement)answer.QuerySelector("[name='Choices[0].Chosen']")!).IsChecked);
        Assert.Equal((AdjustmentStatus.Approved, AdjustmentStatus.Submitted), (office.Status(first), office.Status(second)));
        await using var db = portal.Db();
        var decision = await db.Decisions.Where(d => d.Number == "90/QĐ-SCT").Select(d => new { d.Capacity, d.LegalBases }).SingleAsync();
        Assert.Equal((SigningCapacity.ForHead, "Luật Ngân sách nhà nước"), (decision.Capacity, decision.LegalBases));
    }

    [Fact]
    public async Task A_decision_without_its_file_or_with_a_taken_number_is_refused_alone()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        await office.EndorsedAsync();
        var leader = await portal.SignInAsync(Role.Leader);
        var shown = await leader.OpenAsync(Path);
        foreach (var (number, pdf, said) in new[] { ("90/QĐ-SCT", null, "Chưa có tệp PDF của quyết định đã ký"), ("38/QĐ-SCT", "%PDF-1.7", "38/QĐ-SCT"), ("", "%PDF-1.7", "Nhập số quyết định") })
        {
            var answer = await Browser.ReadAsync(await SendAsync(leader, shown, office, [(number, true)], pdf));
            var result = answer.QuerySelector("[role=status]")!.TextContent;
            Assert.Contains("Kết quả: 0 trong 1", result, StringComparison.Ordinal);
            Assert.Contains(said, result, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Steps_before_the_decision_are_signed_together_and_once()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        await office.SubmittedAsync();
        await office.SubmittedAsync(2);
        var head = await portal.SignInAsync(Role.DivisionHead);
        var shown = await head.OpenAsync(Path);
        Assert.Null(shown.QuerySelector("[name='Choices[0].Number']"));
        var signed = await Browser.ReadAsync(await SendAsync(head, shown, office, [(null, true), (null, true)]));
        Assert.Contains("Kết quả: 2 trong 2", signed.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(signed.QuerySelector(".empty"));
        var again = await Browser.ReadAsync(await SendAsync(head, shown, office, [(null, true), (null, true)]));
        var result = again.QuerySelector("[role=status]")!;
        Assert.Contains("Kết quả: 0 trong 2", result.TextContent, StringComparison.Ordinal);
        Assert.All(result.QuerySelectorAll("li"), li =>
        {
            Assert.StartsWith("Điều chỉnh lần", li.QuerySelector("a[href^='/dieu-chinh/']")!.TextContent, StringComparison.Ordinal);
            Assert.StartsWith("Chưa ký:", li.QuerySelector("div")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("nay chờ Lãnh đạo ký.", li.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Nothing_chosen_is_told_and_who_signs_nothing_sees_no_page()
    {
        using var portal = await PortalFactory.StartAsync();
        var office = await AdjustmentOffice.OpenAsync(portal);
        await office.EndorsedAsync();
        var leader = await portal.SignInAsync(Role.Leader);
        using (var none = await SendAsync(leader, await leader.OpenAsync(Path), office, [("90/QĐ-SCT", false)])) Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        var officer = await portal.SignInAsync(Role.Officer);
        using var forbidden = await officer.GetAsync(Path);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
    }

    private static Task<HttpResponseMessage> SendAsync(Browser browser, IHtmlDocument page, AdjustmentOffice office, (string? Number, bool Chosen)[] choices, string? pdf = null) => browser.SendAsync(
        page, Path, "Ký các nội dung đã chọn", pdf,
        [
            .. choices.SelectMany((c, i) => new (string, string?)[] { ($"Choices[{i}].Number", c.Number), ($"Choices[{i}].Chosen", c.Chosen ? "true" : null) }),
            .. office.Decision("-").Where(f => f.Name is not ("Input.Number" or "Input.Capacity")),
            ("Input.Capacity", nameof(SigningCapacity.ForHead)), ("Input.LegalBases", "Luật Ngân sách nhà nước"),
        ]);
}
