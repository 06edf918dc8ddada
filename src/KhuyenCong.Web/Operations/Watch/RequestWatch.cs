using System.Diagnostics;
using KhuyenCong.Services;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>
/// Stands around every request: its line in the log, its time, and the one security event it came to. What a page is is
/// not asked page by page but read from its answer, so that a new page is watched as well.
/// </summary>
internal sealed partial class RequestWatch(RequestDelegate next, SecurityLog security, PortalMetrics metrics, RequestTimes times, ILogger<RequestWatch> log)
{
    // Told by the sign-in itself, and «Xác nhận lại» by the factor.
    private static readonly string[] AtTheDoor = ["/TaiKhoan/DangNhap", "/TaiKhoan/DangNhapMa", "/TaiKhoan/DangNhapKhoa", "/TaiKhoan/NhaCungCap", "/TaiKhoan/XacNhanLai"];

    public async Task InvokeAsync(HttpContext context)
    {
        var notes = new RequestNotes();
        context.Features.Set(notes);
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Tell(context, notes, TimeProvider.System.GetElapsedTime(started));
        }
    }

    /// <summary>Notes the page as soon as it is chosen: pages of errors are run through the same pipeline afterwards.</summary>
    public static Task NotePlaceAsync(HttpContext context, RequestDelegate next)
    {
        if (RequestNotes.Of(context) is { Place: null } notes && context.GetEndpoint() is not null && !IsErrorPage(context))
        {
            (notes.Pattern, notes.Place) = (Place.PatternOf(context), Place.Of(context));
            if (Activity.Current is { IsAllDataRequested: true } span) span.SetTag("http.request.method", MethodOf(context)).SetTag("http.route", notes.Pattern);
        }

        return next(context);
    }

    /// <summary>Whether the pipeline runs a second time, for the page of an error.</summary>
    public static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private void Tell(HttpContext context, RequestNotes notes, TimeSpan elapsed)
    {
        var place = notes.Place ?? Place.Nowhere;
        var status = context.Response.StatusCode;
        if (notes.Page is not null)
        {
            times.Add(notes.Pattern!, elapsed, TimeProvider.System.NowUtc());
            metrics.PageRead(notes.Pattern!, notes.Commands);
        }

        if ((notes.Event ?? EventOf(context, notes, status)) is { } happened)
        {
            security.Request(happened, context, place, status, notes.Codes ?? SecurityLog.Nobody);
            metrics.Happened(happened, notes.Codes);
        }

        Answered(MethodOf(context), place, status, elapsed.TotalMilliseconds, SecurityLog.AccountOf(context), SecurityLog.AddressOf(context));
    }

    // Any word can stand there.
    private static string MethodOf(HttpContext context) => context.Request.Method is "GET" or "POST" or "HEAD" ? context.Request.Method : "OTHER";

    private static SecurityEvent? EventOf(HttpContext context, RequestNotes notes, int status) => status switch
    {
        StatusCodes.Status403Forbidden => SecurityEvent.Denied,
        StatusCodes.Status404NotFound when notes.Page is not null => SecurityEvent.NotFound,
        StatusCodes.Status409Conflict => SecurityEvent.Stale,
        StatusCodes.Status422UnprocessableEntity => SecurityEvent.Refused,
        StatusCodes.Status413PayloadTooLarge or StatusCodes.Status414UriTooLong or StatusCodes.Status431RequestHeaderFieldsTooLarge => SecurityEvent.Oversize,
        StatusCodes.Status429TooManyRequests => SecurityEvent.RateLimited,
        StatusCodes.Status400BadRequest when notes.AntiforgeryFailed => SecurityEvent.AntiforgeryFailed,
        StatusCodes.Status400BadRequest when !notes.IsPage => SecurityEvent.Malformed,
        StatusCodes.Status400BadRequest when context.Features.Get<IFormFeature>()?.Form is { Files.Count: > 0 } => SecurityEvent.UploadRefused,
        StatusCodes.Status405MethodNotAllowed or StatusCodes.Status415UnsupportedMediaType or StatusCodes.Status426UpgradeRequired => SecurityEvent.Malformed,
        StatusCodes.Status400BadRequest when HttpMethods.IsPost(context.Request.Method) && IsOwnAccount(context, notes) => SecurityEvent.OwnAccountRefused,
        < 300 when notes.IsFile => SecurityEvent.Download,
        < 400 when HttpMethods.IsPost(context.Request.Method) => ChangeOf(context, notes, status),
        _ => null,
    };

    // Told by where the page stands: a new page of accounts or settings is told without being named here.
    private static SecurityEvent? ChangeOf(HttpContext context, RequestNotes notes, int status)
    {
        if (context.User.Identity?.IsAuthenticated != true || status < 300 || notes.Page is not { } page || AtTheDoor.Contains(page)) return null;
        if (page == "/TaiKhoan/DangXuat") return SecurityEvent.SignOut;
        if (IsOwnAccount(context, notes)) return SecurityEvent.OwnAccountChanged;
        return page.StartsWith("/QuanTri/", StringComparison.Ordinal) ? SecurityEvent.AdministrationChanged : null;
    }

    private static bool IsOwnAccount(HttpContext context, RequestNotes notes) =>
        context.User.Identity?.IsAuthenticated == true && notes.Page is { } page && page.StartsWith("/TaiKhoan/", StringComparison.Ordinal) && !AtTheDoor.Contains(page);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Place} {Status} in {Elapsed:0.0} ms account {Account} from {Address}")]
    private partial void Answered(string method, string place, int status, double elapsed, string account, string address);
}
