using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.TestSupport;
using KhuyenCong.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>One portal with a plan in each state and projects that belong to no officer, and a browser for each role.</summary>
public sealed partial class PermissionPortal : IAsyncLifetime
{
    public const string Stranger = "—";

    /// <summary>Somebody who holds every role.</summary>
    public const string Everything = "*";

    // Reference data, and the establishment under contract.
    private static readonly string[] WithFirstRow = ["/don-vi-thu-huong/", "/quan-tri/dinh-muc/", "/quan-tri/buoc-phe-duyet/"];

    private readonly Dictionary<string, Browser> _browsers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _firstProjects = [];
    private PortalFactory? _portal;
    private readonly Dictionary<PlanStatus, int> _plans = [];
    private int _projectId;
    private int _accountId;
    private int _decisionId;
    private int _adjustmentId;
    private int _submissionId;
    private int _requestId;

    /// <summary>The columns of the matrix: nobody, then every role.</summary>
    public static IReadOnlyList<string> Visitors { get; } = [Stranger, .. Enum.GetNames<Role>()];

    public IServiceProvider Services => _portal!.Services;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFactory.StartAsync();
        // Its pages are asked like all others; nobody answers there.
        foreach (var (key, value) in new[] { ("Authority", "http://127.0.0.1:9/"), ("ClientId", "khuyen-cong"), ("ClientSecret", "bi-mat"), ("Name", "SSO tỉnh") }) _portal.Settings["OpenId:" + key] = value;
        (_accountId, _) = await _portal.AccountAsync(Role.Manager);
        await using var db = _portal.Db();
        _projectId = await SomeProject.Supported(150).UnderContract(120).Started().InAsync(db);
        _plans[PlanStatus.Approved] = await db.Projects.Where(p => p.Id == _projectId).Select(p => p.PlanId).SingleAsync();
        _plans[PlanStatus.Draft] = await _portal.DraftAsync(tranche: 2);
        _plans[PlanStatus.Submitted] = await _portal.SubmittedAsync(tranche: 3);
        _plans[PlanStatus.Appraised] = await _portal.AppraisedAsync(tranche: 4);
        _decisionId = await db.Decisions.Select(d => d.Id).SingleAsync();
        var adjustment = new Adjustment { PlanId = _plans[PlanStatus.Approved], Ordinal = 1, Reason = "Giữa năm", CreatedById = _accountId };
        db.Add(adjustment);
        var submission = new Submission
        {
            Subject = ApprovalSubject.Plan, SubjectId = _plans[PlanStatus.Approved], PlanId = _plans[PlanStatus.Approved], Round = 1, Canonical = "khuyencong", Sha256 = new string('a', 64),
            SubmittedById = _accountId, SubmittedByName = "Trần Thị Bình", SubmittedAt = DateTime.UnixEpoch,
        };
        db.Add(submission);
        // Run out long ago, so that nobody's word changes anything.
        var request = new AccountRequest
        {
            Kind = AccountRequestKind.NewPassword, UserId = _accountId, Roles = AccountRequest.Terms([], "x"), Reason = "Quên mật khẩu",
            RequestedById = _accountId, RequestedByName = "Vũ Thành Long", RequestedAt = DateTime.UnixEpoch,
        };
        db.Add(request);
        await db.SaveAsync(Actor.System("Kiểm thử"), null, default);
        (_adjustmentId, _submissionId, _requestId) = (adjustment.Id, submission.Id, request.Id);
        foreach (var plan in _plans.Values) FirstProject(plan);
    }

    /// <summary>
    /// Opens an address as somebody, or sends its form with a valid token, versions that no row ever had, the first project
    /// going up and nothing else filled in, which changes nothing. Parameters are filled in with rows that exist.
    /// </summary>
    /// <returns>The status, with the place a redirect leads to.</returns>
    internal async Task<string> AskAsync(string visitor, PageAsk ask)
    {
        var browser = await BrowserAsync(visitor);
        using var answer = ask.IsPost ? await PostAsync(browser, ask) : await browser.GetAsync(Filled(ask));
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther ? $"{status} {Place(answer.Headers.Location!)}" : status;
    }

    /// <summary>Opens an address with these parameters, or sends them as its form with a valid token.</summary>
    internal async Task<HttpResponseMessage> SendAsync(string visitor, PageAsk ask, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        var browser = await BrowserAsync(visitor);
        if (ask.IsPost) return await PostAsync(browser, ask, values);
        var query = string.Join('&', values.Select(v => Uri.EscapeDataString(v.Key) + "=" + Uri.EscapeDataString(v.Value)));
        return await browser.GetAsync(Filled(ask) + (query.Length == 0 ? string.Empty : "?" + query));
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null) await _portal.DisposeAsync();
    }

    private static string Place(Uri location) => (location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString).Split('?')[0];

    private Task<HttpResponseMessage> PostAsync(Browser browser, PageAsk ask)
    {
        List<KeyValuePair<string, string>> fields = [new("version", "-1"), new("Input.Version", "-1")];
        if (ask.State is { } state) fields.Add(new("len", FirstProject(_plans[state]).ToString(CultureInfo.InvariantCulture)));
        return PostAsync(browser, ask, fields);
    }

    private async Task<HttpResponseMessage> PostAsync(Browser browser, PageAsk ask, IEnumerable<KeyValuePair<string, string>> fields)
    {
        // The page of signing out is open to everybody and its form holds a token; strangers find one at the door.
        var tokens = await Browser.ReadAsync(await browser.GetAsync("/dang-xuat") is { StatusCode: HttpStatusCode.OK } own ? own : await browser.GetAsync("/dang-nhap"));
        var token = tokens.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var address = Filled(ask) + (ask.Handler is null ? string.Empty : "?handler=" + ask.Handler);
        return await browser.Client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(fields.Prepend(new("__RequestVerificationToken", token))));
    }

    // The first parameter names a row of the page's noun; what hangs below it need not exist.
    private string Filled(PageAsk ask)
    {
        var plan = ask.State is { } state ? _plans[state] : 404;
        var id = ask.State is not null ? plan
            : ask.Route.StartsWith("/de-an/", StringComparison.Ordinal) ? _projectId
            : ask.Route.StartsWith("/quan-tri/tai-khoan/", StringComparison.Ordinal) ? _accountId
            : ask.Route.StartsWith("/quan-tri/yeu-cau/", StringComparison.Ordinal) ? _requestId
            : ask.Route.StartsWith("/quyet-dinh/", StringComparison.Ordinal) ? _decisionId
            : ask.Route.StartsWith("/dieu-chinh/", StringComparison.Ordinal) ? _adjustmentId
            : ask.Route.StartsWith("/trinh-duyet/", StringComparison.Ordinal) ? _submissionId
            : ask.Route.StartsWith("/du-toan/khoa-so/", StringComparison.Ordinal) ? 2024
            : WithFirstRow.Any(route => ask.Route.StartsWith(route, StringComparison.Ordinal)) ? 1 : 404;
        var first = true;
        return Parameter().Replace(ask.Route, match =>
        {
            var value = first ? id : match.Value.Contains("project", StringComparison.OrdinalIgnoreCase) ? FirstProject(plan) : 1;
            first = false;
            return value.ToString(CultureInfo.InvariantCulture);
        });
    }

    // Remembered, since what is sent may well remove it.
    private int FirstProject(int plan) => _firstProjects.TryGetValue(plan, out var known) ? known : _firstProjects[plan] = _portal!.FirstProject(plan);

    internal async Task<Browser> BrowserAsync(string visitor)
    {
        if (_browsers.TryGetValue(visitor, out var known)) return known;
        return _browsers[visitor] = visitor == Stranger ? _portal!.Browser() : await _portal!.SignInAsync(visitor == Everything ? Enum.GetValues<Role>() : [Enum.Parse<Role>(visitor)]);
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 2000)]
    private static partial Regex Parameter();
}
