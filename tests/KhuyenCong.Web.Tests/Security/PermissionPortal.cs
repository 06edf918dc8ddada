using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>One portal with a plan and a project that belongs to no officer, and a browser for each role.</summary>
public sealed partial class PermissionPortal : IAsyncLifetime
{
    public const string Stranger = "—";

    private readonly Dictionary<string, Browser> _browsers = new(StringComparer.Ordinal);
    private PortalFactory? _portal;
    private int _planId;
    private int _projectId;
    private int _accountId;
    private int _decisionId;

    /// <summary>The columns of the matrix: nobody, then every role.</summary>
    public static IReadOnlyList<string> Visitors { get; } = [Stranger, .. Enum.GetNames<Role>()];

    public IServiceProvider Services => _portal!.Services;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFactory.StartAsync();
        (_accountId, _) = await _portal.AccountAsync(Role.Manager);
        await using var db = _portal.Db();
        _projectId = await SomeProject.Supported(150).UnderContract(120).Started().InAsync(db);
        _decisionId = await db.Decisions.Select(d => d.Id).SingleAsync();
        _planId = await db.Projects.Where(p => p.Id == _projectId).Select(p => p.PlanId).SingleAsync();
    }

    /// <summary>Opens an address as somebody; its parameters are filled in with rows that exist.</summary>
    /// <returns>The status, with the place a redirect leads to.</returns>
    public async Task<string> OpenAsync(string visitor, string route)
    {
        using var answer = await (await BrowserAsync(visitor)).GetAsync(Filled(route));
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther ? $"{status} {Place(answer.Headers.Location!)}" : status;
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null) await _portal.DisposeAsync();
    }

    private static string Place(Uri location) => (location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString).Split('?')[0];

    // The first parameter names a row of the page's noun; what hangs below it need not exist.
    private string Filled(string route)
    {
        var id = route.StartsWith("/ke-hoach/", StringComparison.Ordinal) ? _planId
            : route.StartsWith("/de-an/", StringComparison.Ordinal) ? _projectId
            : route.StartsWith("/quan-tri/tai-khoan/", StringComparison.Ordinal) ? _accountId
            : route.StartsWith("/quyet-dinh/", StringComparison.Ordinal) ? _decisionId
            : route.StartsWith("/du-toan/khoa-so/", StringComparison.Ordinal) ? 2024 : 404;
        var first = true;
        return Parameter().Replace(route, match =>
        {
            var value = first ? id : match.Value.Contains("project", StringComparison.OrdinalIgnoreCase) ? _projectId : 1;
            first = false;
            return value.ToString(CultureInfo.InvariantCulture);
        });
    }

    private async Task<Browser> BrowserAsync(string visitor)
    {
        if (_browsers.TryGetValue(visitor, out var known)) return known;
        return _browsers[visitor] = visitor == Stranger ? _portal!.Browser() : await _portal!.SignInAsync(Enum.Parse<Role>(visitor));
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 2000)]
    private static partial Regex Parameter();
}
