using System.Text;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>
/// Every role on every page that can be opened and every form that can be sent: the status must be the approved one. The
/// project on which the pages are opened belongs to no officer. APPROVE=1 rewrites the file.
/// </summary>
public sealed class RolePageTests(PermissionPortal portal) : IClassFixture<PermissionPortal>
{
    public const string ApprovedPath = "tests/KhuyenCong.Web.Tests/Approved/role-pages.txt";

    public static TheoryData<string, string, string> Cases => [.. Read(File.Exists(Repository.At(ApprovedPath)) ? File.ReadAllText(Repository.At(ApprovedPath)) : string.Empty)];

    [Theory(SkipTestWithoutData = true, SkipUnless = nameof(IsComparing), Skip = "The approved file is being rewritten.")]
    [MemberData(nameof(Cases))]
    public async Task A_page_answers_each_role_as_approved(string ask, string visitor, string status) =>
        Assert.Equal(status, await portal.AskAsync(visitor, PageAsk.Of(ask)));

    [Fact]
    public async Task Every_page_and_form_stands_in_the_approved_file()
    {
        // Signing out would end the session that the next question needs; it has a test of its own.
        var asks = (await EndpointTable.ReadAsync(portal.Services)).SelectMany(l => l.Asks()).Distinct().Where(a => !(a.IsPost && a.Route == "/dang-xuat")).ToList();
        if (ApprovedFile.IsApproving) ApprovedFile.Differences(ApprovedPath, await RenderAsync(asks));
        var derived = asks.Select(a => a.ToString()).ToList();
        var approved = Approved.Select(c => c.Ask.ToString()).Distinct(StringComparer.Ordinal).ToList();
        Assert.Empty(derived.Except(approved, StringComparer.Ordinal));
        Assert.Empty(approved.Except(derived, StringComparer.Ordinal));
    }

    [Fact]
    public void Nobody_asks_the_portal_for_anything_without_signing_in()
    {
        string[] open = ["/bi-khoa", "/dang-nhap", "/dang-nhap/khoa", "/dang-nhap/ma", "/dat-mat-khau", "/healthz/live", "/healthz/ready", "/loi/{status:int}", "/tro-giup"];
        var asked = Approved.Where(c => c.Visitor == PermissionPortal.Stranger && !open.Contains(c.Ask.Route, StringComparer.Ordinal)).ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, c => Assert.Equal("302 /dang-nhap", c.Status));
    }

    [Fact]
    public void An_administrator_sees_no_business_page()
    {
        string[] business = ["/ke-hoach", "/de-an", "/quyet-dinh", "/bao-cao", "/tien", "/du-toan"];
        var seen = Approved.Where(c => c.Visitor == nameof(Domain.People.Role.Administrator)
            && business.Any(b => c.Ask.Route == b || c.Ask.Route.StartsWith(b + "/", StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(seen);
        Assert.All(seen, c => Assert.Equal("403", c.Status));
    }

    public static bool IsComparing => !ApprovedFile.IsApproving;

    private static IEnumerable<(PageAsk Ask, string Visitor, string Status)> Approved => Cases.Select(c => (PageAsk.Of(c.Data.Item1), c.Data.Item2, c.Data.Item3));

    private async Task<string> RenderAsync(IReadOnlyList<PageAsk> asks)
    {
        var text = new StringBuilder();
        foreach (var ask in asks)
        {
            text.Append(ask).Append('\n');
            foreach (var visitor in PermissionPortal.Visitors) text.Append("  ").Append(visitor).Append(": ").Append(await portal.AskAsync(visitor, ask)).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> Read(string text)
    {
        var ask = string.Empty;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith(' ')) ask = line;
            else yield return new(ask, line.Split(':')[0].Trim(), line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        }
    }
}
