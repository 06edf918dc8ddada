using System.Globalization;
using KhuyenCong.Services;
using KhuyenCong.Web.Operations.Status;
using KhuyenCong.Web.Security;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>
/// The one place that tells security events: which account (its id, never a name), from which address, what, where, how it
/// ended; the request id stands in every line. No value that somebody typed comes here.
/// </summary>
public sealed partial class SecurityLog(IHttpContextAccessor http, PortalMetrics metrics, UnknownTryCounts unknown, TimeProvider clock, ILogger<SecurityLog> log)
{
    public const string Nobody = "-";

    /// <summary>Tells how a password was taken.</summary>
    /// <param name="outcome">Right, wrong, too early, locked.</param>
    /// <param name="userId">The account; null when the address has none.</param>
    public void SignIn(SignInOutcome outcome, int? userId)
    {
        metrics.SignedIn(outcome.ToString());
        if (userId is null && outcome == SignInOutcome.Wrong) unknown.Count(clock.NowUtc());
        Write(outcome is SignInOutcome.Done or SignInOutcome.FactorNext, SecurityEvent.SignIn, outcome.ToString(), IdOf(userId), Here, Nobody);
    }

    /// <summary>Tells how a code or a passkey was taken, at the door or before an act that counts; the place tells which.</summary>
    /// <param name="kind">Stable name of the kind of factor.</param>
    /// <param name="outcome">Right, wrong, too early.</param>
    /// <param name="userId">The account; null where a passkey belongs to none.</param>
    public void Factor(string kind, SignInOutcome outcome, int? userId)
    {
        metrics.SignedIn(kind + outcome);
        Write(outcome == SignInOutcome.Done, SecurityEvent.SecondFactor, kind + outcome, IdOf(userId), Here, Nobody);
    }

    /// <summary>Tells what came of signing in or linking through the identity provider; nothing that the provider said.</summary>
    /// <param name="outcome">Stable name of the outcome.</param>
    /// <param name="fine">Whether it ended as it was meant to.</param>
    /// <param name="userId">The account; null where the answer led to none.</param>
    public void Provider(string outcome, bool fine, int? userId)
    {
        metrics.SignedIn(nameof(Provider) + outcome);
        Write(fine, SecurityEvent.SignIn, nameof(Provider) + outcome, IdOf(userId), Here, Nobody);
    }

    /// <summary>Tells that a session began, or that one whose cookie came is over.</summary>
    /// <param name="what">Began or over.</param>
    /// <param name="outcome">Stable name of the reason.</param>
    /// <param name="userId">The account; null where the cookie names none.</param>
    public void Session(SecurityEvent what, string outcome, int? userId)
    {
        metrics.Happened(what, null);
        Write(what == SecurityEvent.SessionStarted, what, outcome, IdOf(userId), Here, Nobody);
    }

    /// <summary>Tells why a scanned file was not taken.</summary>
    /// <param name="what">Malware, or no clear answer.</param>
    /// <param name="outcome">The name of the signature, or of what failed.</param>
    public void Scan(SecurityEvent what, string outcome)
    {
        metrics.Happened(what, null);
        Write(false, what, outcome, http.HttpContext is { } context ? AccountOf(context) : "operator", Here, Nobody);
    }

    /// <summary>Tells that the portal begins or ends to answer.</summary>
    public void Run(SecurityEvent what, string version) => Write(true, what, version, "operator", Nobody, Nobody);

    /// <summary>Tells what a request came to.</summary>
    public void Request(SecurityEvent what, HttpContext context, string place, int status, string codes) => Write(
        what is SecurityEvent.SignOut or SecurityEvent.StepUpAsked or SecurityEvent.OwnAccountChanged or SecurityEvent.AdministrationChanged or SecurityEvent.Download,
        what, status.ToString(CultureInfo.InvariantCulture), AccountOf(context), place, codes);

    /// <summary>Tells what the server turned away before any page saw it.</summary>
    /// <param name="status">The status it answered.</param>
    /// <param name="address">Where it came from: a proxy where one stands in front.</param>
    public void Rejected(string status, string address)
    {
        metrics.Happened(SecurityEvent.Malformed, null);
        Noticed(SecurityEvent.Malformed, status, Nobody, address, Place.Nowhere, Nobody);
    }

    /// <summary>Tells that the operator ran a command.</summary>
    public void Command(string command, int exitCode) =>
        Write(exitCode == 0, SecurityEvent.Command, exitCode.ToString(CultureInfo.InvariantCulture), "operator", command, Nobody);

    /// <summary>Tells what a verification found.</summary>
    public void Verified(int faults) => Write(
        faults == 0, faults == 0 ? SecurityEvent.Verified : SecurityEvent.IntegrityAlarm, faults.ToString(CultureInfo.InvariantCulture),
        http.HttpContext is { } context ? AccountOf(context) : "operator", "verification", Nobody);

    /// <summary>Tells that a row does not agree with the trail.</summary>
    /// <param name="kind">Stable name of the fault.</param>
    /// <param name="entity">The row's table as the trail names it.</param>
    /// <param name="key">Its key.</param>
    public void Alarm(string kind, string entity, string key) =>
        Write(false, SecurityEvent.IntegrityAlarm, kind, http.HttpContext is { } context ? AccountOf(context) : Nobody, entity + " " + key, Nobody);

    /// <summary>The signed-in account's id.</summary>
    public static string AccountOf(HttpContext context) => context.User.ToActor().UserId?.ToString(CultureInfo.InvariantCulture) ?? Nobody;

    /// <summary>Where the request came from, behind believed proxies.</summary>
    public static string AddressOf(HttpContext? context) => context?.Connection.RemoteIpAddress?.ToString() ?? Nobody;

    private string Here => http.HttpContext is { } context ? Place.Of(context) : Nobody;

    private static string IdOf(int? userId) => userId?.ToString(CultureInfo.InvariantCulture) ?? Nobody;

    private void Write(bool fine, SecurityEvent what, string outcome, string account, string place, string codes)
    {
        var address = AddressOf(http.HttpContext);
        if (fine) Done(what, outcome, account, address, place, codes);
        else Noticed(what, outcome, account, address, place, codes);
    }

    [LoggerMessage(EventId = 100, Level = LogLevel.Information, Message = "Security {What} {Outcome} account {Account} from {Address} at {Place} codes {Codes}")]
    private partial void Done(SecurityEvent what, string outcome, string account, string address, string place, string codes);

    [LoggerMessage(EventId = 101, Level = LogLevel.Warning, Message = "Security {What} {Outcome} account {Account} from {Address} at {Place} codes {Codes}")]
    private partial void Noticed(SecurityEvent what, string outcome, string account, string address, string place, string codes);
}
