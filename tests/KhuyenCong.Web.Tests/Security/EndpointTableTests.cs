using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>APPROVE=1 rewrites the file; the difference shows in the review what a new page lets in.</summary>
public sealed class EndpointTableTests(PermissionPortal portal) : IClassFixture<PermissionPortal>
{
    public const string ApprovedPath = "tests/KhuyenCong.Web.Tests/Approved/endpoints.txt";

    /// <summary>What strangers may open, by decision and not by oversight.</summary>
    private static readonly string[] ForStrangers = ["/bi-khoa", "/dang-nhap", "/dang-nhap/khoa", "/dang-nhap/ma", "/dang-nhap/nha-cung-cap", "/dat-mat-khau", "/healthz/live", "/healthz/ready", "/loi/{status:int}", "/tro-giup"];

    [Fact]
    public async Task The_endpoint_table_is_as_approved() =>
        Assert.Empty(ApprovedFile.Differences(ApprovedPath, EndpointTable.Render(await EndpointTable.ReadAsync(portal.Services))));

    [Fact]
    public async Task Strangers_are_let_in_only_where_that_was_decided()
    {
        var lines = await EndpointTable.ReadAsync(portal.Services);
        Assert.Equal(ForStrangers, lines.Where(l => l.Access == "anyone").Select(l => l.Route).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_policy_that_a_page_names_is_a_permission()
    {
        var lines = await EndpointTable.ReadAsync(portal.Services);
        var named = lines.SelectMany(l => l.Access.Split(" and ")).Where(a => a is not ("anyone" or "signed in" or "signed in (fallback)")).ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Except(Permissions.All, StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_that_opens_up_shows_as_a_difference()
    {
        var approved = EndpointTable.Render([new("/ke-hoach", "GET", "plans.read")]);
        var derived = EndpointTable.Render([new("/ke-hoach", "GET", "anyone"), new("/moi", "GET", "signed in")]);
        Assert.Equal(
            ["- /ke-hoach | GET | plans.read", "+ /ke-hoach | GET | anyone", "+ /moi | GET | signed in"],
            ApprovedFile.Between(approved, derived));
    }
}
