using System.Text;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>
/// Every role on every page that can be opened: the status must be the approved one. The project on which the pages
/// are opened belongs to no officer. APPROVE=1 rewrites the file.
/// </summary>
public sealed class RolePageTests(PermissionPortal portal) : IClassFixture<PermissionPortal>
{
    public const string ApprovedPath = "tests/KhuyenCong.Web.Tests/Approved/role-pages.txt";

    public static TheoryData<string, string, string> Cases => [.. Read(File.Exists(Repository.At(ApprovedPath)) ? File.ReadAllText(Repository.At(ApprovedPath)) : string.Empty)];

    [Theory(SkipTestWithoutData = true, SkipUnless = nameof(IsComparing), Skip = "The approved file is being rewritten.")]
    [MemberData(nameof(Cases))]
    public async Task A_page_answers_each_role_as_approved(string page, string visitor, string status) =>
        Assert.Equal(status, await portal.OpenAsync(visitor, page));

    [Fact]
    public async Task Every_page_stands_in_the_approved_file()
    {
        var pages = (await EndpointTable.ReadAsync(portal.Services)).Where(l => l.IsPage).Select(l => l.Route).Distinct(StringComparer.Ordinal).ToList();
        if (ApprovedFile.IsApproving) ApprovedFile.Differences(ApprovedPath, await RenderAsync(pages));
        var approved = Cases.Select(c => c.Data.Item1).Distinct(StringComparer.Ordinal).ToList();
        Assert.Empty(pages.Except(approved, StringComparer.Ordinal));
        Assert.Empty(approved.Except(pages, StringComparer.Ordinal));
    }

    [Fact]
    public void Nobody_opens_a_page_of_the_portal_without_signing_in()
    {
        string[] open = ["/bi-khoa", "/dang-nhap", "/healthz/live", "/healthz/ready", "/loi/{status:int}", "/tro-giup"];
        var asked = Cases.Select(c => c.Data).Where(c => c.Item2 == PermissionPortal.Stranger && !open.Contains(c.Item1, StringComparer.Ordinal)).ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, c => Assert.Equal("302 /dang-nhap", c.Item3));
    }

    [Fact]
    public void An_administrator_sees_no_business_page()
    {
        string[] business = ["/ke-hoach", "/de-an", "/quyet-dinh", "/bao-cao", "/tien", "/du-toan"];
        var seen = Cases.Select(c => c.Data).Where(c => c.Item2 == nameof(Domain.People.Role.Administrator)
            && business.Any(b => c.Item1 == b || c.Item1.StartsWith(b + "/", StringComparison.Ordinal)));
        Assert.All(seen, c => Assert.Equal("403", c.Item3));
    }

    public static bool IsComparing => !ApprovedFile.IsApproving;

    private async Task<string> RenderAsync(IReadOnlyList<string> pages)
    {
        var text = new StringBuilder();
        foreach (var page in pages)
        {
            text.Append(page).Append('\n');
            foreach (var visitor in PermissionPortal.Visitors) text.Append("  ").Append(visitor).Append(": ").Append(await portal.OpenAsync(visitor, page)).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<TheoryDataRow<string, string, string>> Read(string text)
    {
        var page = string.Empty;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith(' ')) page = line;
            else yield return new(page, line.Split(':')[0].Trim(), line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        }
    }
}
