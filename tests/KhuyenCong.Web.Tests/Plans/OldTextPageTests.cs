using System.Net;
using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Web.Tests.Plans;

/// <summary>Text of the old tables is told where it was typed; what no form looks at ends on a page that says what to do.</summary>
public sealed class OldTextPageTests
{
    [Fact]
    public async Task A_reason_in_old_letters_is_not_saved_and_the_page_says_what_to_do()
    {
        using var portal = await PortalFactory.StartAsync();
        var plan = await portal.AppraisedAsync();
        var leader = await portal.SignInAsync(Role.Leader);
        using var refused = await leader.SendAsync($"/ke-hoach/{plan}/tra-lai", "Trả lại kế hoạch", ("Reason", "Gi¶m ®èi øng"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await Browser.ReadAsync(refused);
        Assert.Contains("không phải Unicode", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Quay lại trang trước", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.DocumentElement.TextContent, StringComparison.Ordinal);
        using var done = await leader.SendAsync($"/ke-hoach/{plan}/tra-lai", "Trả lại kế hoạch", ("Reason", "Giảm đối ứng"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }
}
