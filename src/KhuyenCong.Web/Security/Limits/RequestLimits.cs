using System.Globalization;
using System.Threading.RateLimiting;
using KhuyenCong.Web.Operations.Watch;
using KhuyenCong.Web.Pages.Loi;
using Microsoft.AspNetCore.StaticAssets;

namespace KhuyenCong.Web.Security.Limits;

/// <summary>Lets each client have its share and no more; what cannot even wait is answered by 429, with the seconds to wait.</summary>
internal sealed class RequestLimits(RequestDelegate next, RequestQuotas quotas)
{
    private const int UsualWait = 5;
    private const long LongestOfStrangers = 256 * 1024;

    private static readonly ErrorWords TooMany = new(
        "Quá nhiều yêu cầu cùng lúc",
        "Cổng nhận từ bạn nhiều yêu cầu hơn mức một người dùng cần trong một phút. Yêu cầu này chưa được thực hiện; chưa có gì được lưu.",
        "Chờ vài giây rồi thử lại. Nếu bạn không mở nhiều trang cùng lúc, báo người quản trị.");

    private static readonly ErrorWords TooCostly = new(
        "Đang có nhiều tệp được xử lý",
        "Nhập bảng, xem trước phụ lục, gửi tệp và xuất tệp được làm lần lượt để không làm chậm việc của người khác. Yêu cầu này chưa được thực hiện; chưa có gì được lưu.",
        "Chờ việc đang chạy xong (thường dưới một phút) rồi gửi lại.");

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsFree(context))
        {
            await next(context);
            return;
        }

        using var share = await quotas.Ordinary.AcquireAsync(context, 1, context.RequestAborted);
        if (!share.IsAcquired)
        {
            Refuse(context, share, TooMany);
            return;
        }

        // A slow line holds up nobody else: a turn begins when all is here, and ends when the answer begins to leave.
        if (IsHeardOut(context) && !await SentForms.IsReadAsync(context)) return;
        if (IsCostly(context)) await InTurnAsync(context);
        else await next(context);
    }

    // The page of an error is not asked for by anybody, and the pages' dress costs nothing.
    private static bool IsFree(HttpContext context) =>
        RequestWatch.IsErrorPage(context) || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    // Strangers have nothing large to send: what they announce is left unread until a page asks for it.
    private static bool IsHeardOut(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true || context.Request.ContentLength is null or <= LongestOfStrangers;

    private static bool IsCostly(HttpContext context) =>
        context.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true
        || context.GetEndpoint()?.Metadata.GetMetadata<CostlyAttribute>()?.Covers(context.Request) == true;

    private async Task InTurnAsync(HttpContext context)
    {
        using var turn = await quotas.Costly.AcquireAsync(context, 1, context.RequestAborted);
        if (!turn.IsAcquired)
        {
            Refuse(context, turn, TooCostly);
            return;
        }

        context.Response.OnStarting(() =>
        {
            turn.Dispose();
            return Task.CompletedTask;
        });
        await next(context);
    }

    private static void Refuse(HttpContext context, RateLimitLease lease, ErrorWords words)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? (int)Math.Ceiling(told.TotalSeconds) : UsualWait;
        context.Response.Headers.RetryAfter = Math.Max(1, wait).ToString(CultureInfo.InvariantCulture);
        context.Items[ErrorWords.Key] = words;
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }
}
