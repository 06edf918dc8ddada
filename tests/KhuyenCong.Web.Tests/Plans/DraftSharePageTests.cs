using System.Net;
using KhuyenCong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Plans;

/// <summary>Support from other sources and years in the form of a draft's project.</summary>
public sealed class DraftSharePageTests : IAsyncLifetime
{
    private PortalFactory _portal = null!;
    private Browser _clerk = null!;
    private string _form = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFactory.StartAsync();
        var plan = await _portal.DraftAsync(1);
        _form = $"/ke-hoach/{plan}/de-an/{_portal.FirstProject(plan)}/sua";
        _clerk = await _portal.SignInAsync(Role.Division);
    }

    public ValueTask DisposeAsync()
    {
        _portal.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string> StoredAsync()
    {
        await using var db = _portal.Db();
        var shares = await db.ProjectTerms.SelectMany(t => t.Funding).OrderBy(f => f.Year).ThenBy(f => f.Source).ToListAsync();
        return string.Join(", ", shares.Select(f => $"{f.Source} {f.Year} {f.Amount.Dong / 1_000_000}"));
    }

    [Fact]
    public async Task A_share_is_added_in_the_empty_row_shown_with_its_source_and_year_and_taken_away()
    {
        using (var saved = await _clerk.SendAsync(_form, "Lưu đề án", ("Input.Shares[0].Source", "National"), ("Input.Shares[0].Year", "2025"), ("Input.Shares[0].Amount", "7.000.000"))) Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("Local 2024 10, National 2025 7", await StoredAsync());

        var page = await _clerk.OpenAsync(_form);
        Assert.Equal(("2025", "7.000.000"), (page.QuerySelector("[name='Input.Shares[0].Year']")!.GetAttribute("value"), page.QuerySelector("[name='Input.Shares[0].Amount']")!.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector("[name='Input.Shares[1].Amount']"));
        Assert.StartsWith("22.000.000", page.QuerySelector(".sum-line output")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.All(page.QuerySelector("[data-sum]")!.GetAttribute("data-sum")!.Split(' '), id => Assert.NotNull(page.GetElementById(id)));

        var project = await _clerk.OpenAsync("/de-an/" + _form.Split('/')[4]);
        Assert.Contains("Khuyến công quốc gia, năm 2025", project.Body!.TextContent, StringComparison.OrdinalIgnoreCase);

        // Sent back unchanged, nothing changes; 0 takes it away.
        using (var same = await _clerk.SendAsync(_form, "Lưu đề án")) Assert.Equal(HttpStatusCode.Redirect, same.StatusCode);
        Assert.Equal("Local 2024 10, National 2025 7", await StoredAsync());
        using (var gone = await _clerk.SendAsync(_form, "Lưu đề án", ("Input.Shares[0].Amount", "0"))) Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Equal("Local 2024 10", await StoredAsync());
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_stays_typed()
    {
        using var refused = await _clerk.SendAsync(_form, "Lưu đề án", ("Input.Shares[0].Source", "Local"), ("Input.Shares[0].Year", "2024"), ("Input.Shares[0].Amount", "7.000.000"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await Browser.ReadAsync(refused);
        Assert.Equal("Phần KCĐP năm 2024 ghi ở ô «KCĐP hỗ trợ» bên trên.", page.GetElementById("Input_Shares_0__Year_loi")!.TextContent.TrimStart('✕', ' ').TrimEnd());
        Assert.Equal("7.000.000", page.QuerySelector("[name='Input.Shares[0].Amount']")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("[name='Input.Shares[0].Amount']")!.Closest("details")!.HasAttribute("open"));

        using var unreadable = await _clerk.SendAsync(_form, "Lưu đề án", ("Input.Shares[0].Source", "Tỉnh"), ("Input.Shares[0].Year", "hai"), ("Input.Shares[0].Amount", "-1"));
        Assert.Equal(HttpStatusCode.BadRequest, unreadable.StatusCode);
        Assert.Equal("Local 2024 10", await StoredAsync());
    }
}
