using System.Net;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using KhuyenCong.Web.Tests.Adjustments;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.KeHoach;

/// <summary>An adjustment's annex: refused as a plan, offered as an adjustment of the plan in force.</summary>
public sealed class AnnexAdjustmentPageTests : IAsyncLifetime
{
    private PortalFactory _portal = null!;
    private Browser _clerk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFactory.StartAsync();
        await AdjustmentOffice.OpenAsync(_portal);
        _clerk = await _portal.SignInAsync(Role.Division);
    }

    public ValueTask DisposeAsync()
    {
        _portal.Dispose();
        return ValueTask.CompletedTask;
    }

    // The plan's projects have 10 triệu each, and 12,5 from 01/7/2024 on.
    private decimal Now => _portal.Clock.GetUtcNow() < new DateTimeOffset(2024, 7, 1, 0, 0, 0, TimeSpan.Zero) ? 10m : 12.5m;

    private byte[] Annex(decimal before, decimal after) => new WorkbookBuilder().Text("A1", "PHỤ LỤC ĐIỀU CHỈNH KẾ HOẠCH ĐỢT I NĂM 2024").Text("A2", "Đơn vị tính: triệu đồng")
        .Line(3, 1, "STT", "Tên đề án", "Hỗ trợ trước điều chỉnh", "Hỗ trợ sau điều chỉnh", "Chênh lệch").Line(4, 1, "I", "Mô hình trình diễn kỹ thuật")
        .Line(5, 1, 1, "Hỗ trợ ứng dụng máy móc tiên tiến số 1", before, after).Line(6, 1, 2, "Hỗ trợ ứng dụng máy móc tiên tiến số 2", Now, Now).Build();

    private async Task<string> OfferAsync(byte[] annex)
    {
        var page = await _clerk.OpenAsync(await _clerk.UploadAnnexAsync(annex));
        Assert.Equal("✕ 1 lỗi", page.QuerySelector("#cac-loi")!.TextContent);
        return page.QuerySelectorAll("#loi a").Single(a => a.TextContent == "Lập điều chỉnh từ phụ lục này").GetAttribute("href")!;
    }

    [Fact]
    public async Task An_annex_that_agrees_becomes_a_draft_adjustment()
    {
        var offer = await OfferAsync(Annex(Now, Now + 5));
        var page = await _clerk.OpenAsync(offer);
        Assert.Contains("1 đề án thay đổi, 1 đề án không đổi, 0 dòng khác với kế hoạch", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tăng 5.000.000", page.QuerySelector("table.data tbody")!.TextContent, StringComparison.Ordinal);

        using var unsaid = await _clerk.SendAsync(offer, "Lập dự thảo điều chỉnh");
        Assert.Equal(HttpStatusCode.BadRequest, unsaid.StatusCode);
        using var made = await _clerk.SendAsync(offer, "Lập dự thảo điều chỉnh", ("Input.Reason", "Tờ trình số 15/TTr-TTKC"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        await using var db = _portal.Db();
        var adjustment = await db.Adjustments.Include(a => a.Lines).SingleAsync(Stop);
        Assert.Equal($"/dieu-chinh/{adjustment.Id}", made.Headers.Location!.OriginalString);
        Assert.Equal((long)((Now + 5) * 1_000_000), Assert.Single(adjustment.Lines).Support!.Value.Dong);
        var draft = await _clerk.OpenAsync($"/dieu-chinh/{adjustment.Id}");
        Assert.Contains("Hỗ trợ ứng dụng máy móc tiên tiến số 1", draft.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_annex_that_does_not_agree_shows_where_and_makes_nothing_even_when_forced()
    {
        var offer = await OfferAsync(Annex(Now - 1, Now + 5));
        var page = await _clerk.OpenAsync(offer);
        Assert.Contains("✕ Kế hoạch đang ghi", page.QuerySelector("table.data tbody .faulty")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("button[aria-disabled=true]"));
        using var forced = await _clerk.PostAsync(offer, ("Input.Reason", "Cứ lập"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
        await using var db = _portal.Db();
        Assert.Equal(0, await db.Adjustments.CountAsync(Stop));
    }

    [Fact]
    public async Task An_annex_of_a_plan_has_no_such_page_and_others_do_not_see_an_upload()
    {
        var preview = await _clerk.UploadAnnexAsync(new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng").Line(3, 1, "STT", "Tên đề án", "Tổng kinh phí", "Hỗ trợ").Line(4, 1, 1, "Máy sấy", 10, 10).Build());
        await _clerk.OpenAsync(preview + "/dieu-chinh", HttpStatusCode.NotFound);
        var offer = await OfferAsync(Annex(Now, Now + 5));
        await (await _portal.SignInAsync(Role.DivisionHead)).OpenAsync(offer, HttpStatusCode.NotFound);
        using var refused = await (await _portal.SignInAsync(Role.Leader)).GetAsync(offer);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }
}
