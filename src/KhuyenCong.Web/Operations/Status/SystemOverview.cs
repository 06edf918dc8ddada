using System.Diagnostics;
using System.Globalization;
using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Status;
using KhuyenCong.Services.Vi;
using KhuyenCong.Web.Operations.Scanning;
using KhuyenCong.Web.Operations.Watch;
using KhuyenCong.Web.Pages;
using KhuyenCong.Web.TagHelpers;
using KhuyenCong.Web.Vi;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KhuyenCong.Web.Operations.Status;

/// <summary>Puts together what the database, the machine and this node's memory tell about the portal.</summary>
public sealed class SystemOverview(
    SystemStatusService database, HostLook host, StatusFiles files, BackupRecords backups, BackgroundWork work, RequestTimes times, UnknownTryCounts unknown,
    HealthCheckService health, PortalFrame frame, IConfiguration configuration, TimeProvider clock)
{
    private const int ShownPages = 10;

    private static readonly DateTime StartedAt = Process.GetCurrentProcess().StartTime.ToUniversalTime();

    public async Task<Result<SystemStatus>> ReadAsync(Actor actor, CancellationToken stop)
    {
        var result = await database.ReadAsync(actor, stop);
        if (!result.IsDone) return Failure.From(result);
        var figures = result.Value;
        var now = TimeProvider.System.NowUtc();
        var ready = await health.CheckHealthAsync(check => check.Tags.Contains(HealthEndpoints.Ready), stop);
        (string, IReadOnlyList<StatusLine>)[] groups =
        [
            ("Chương trình và dữ liệu", [Program(), Ready(ready), Database(figures), Schema(figures), host.Store(), host.Disk(), Scanner(ready)]),
            ("Sao lưu và toàn vẹn", [Backup(await backups.ReadAsync(stop), now), Verification(await files.ReadAsync<LastVerification>(LastVerification.FileName, stop), now), host.Heads(clock.Today()), Alarms(figures)]),
            ("Công việc nền", [.. work.Snapshot().Select(Background)]),
            ("Người dùng", [new StatusLine("Phiên đang mở", StatusTone.Fine, VndFormat.Count(figures.OpenSessions), "phiên còn hạn theo sổ phiên")]),
        ];
        return new SystemStatus(groups, Failed(figures.FailedSignIns, unknown.Read(clock.NowUtc())), times.Slowest(ShownPages));
    }

    private StatusLine Program() => new("Phiên bản", StatusTone.Fine, "Đang chạy", $"{frame.Version}, chạy từ {ViDates.Instant(StartedAt)}");

    private static StatusLine Ready(HealthReport report)
    {
        const string What = "Sẵn sàng phục vụ";
        var parts = report.Entries.Where(e => e.Value.Status == HealthStatus.Unhealthy).Select(e => e.Key switch
        {
            "database" => "cơ sở dữ liệu hỏng, mất tệp hoặc chưa cập nhật",
            "store" => "kho tệp không ghi được hoặc thiếu chỗ",
            "background" => "có công việc nền đã dừng",
            _ => e.Key,
        }).ToList();
        return parts.Count == 0
            ? new(What, StatusTone.Fine, "Sẵn sàng", "trả lời 200 ở /healthz/ready")
            : new(What, StatusTone.Wrong, "Không sẵn sàng", string.Join("; ", parts), "Xem dòng cùng lúc trong nhật ký của máy chủ và xử lý như hướng dẫn vận hành.");
    }

    private static StatusLine Scanner(HealthReport report)
    {
        const string What = "Quét mã độc";
        if (!report.Entries.TryGetValue(ScannerReadiness.Name, out var scanner)) return new(What, StatusTone.Quiet, "Không dùng", "Tệp nộp lên không được quét: chưa đặt Scan:Clamd.");
        return scanner.Status == HealthStatus.Healthy
            ? new(What, StatusTone.Fine, "Trả lời", scanner.Description!)
            : new(What, StatusTone.Wrong, "Không trả lời", "Mọi tệp nộp lên đều bị từ chối cho tới khi máy quét trả lời.", "Khởi động lại clamd và kiểm tra Scan:Clamd.");
    }

    private StatusLine Database(SystemFigures figures)
    {
        var size = SqliteBytes() is { } bytes ? ", " + FileSizes.Of(bytes) : string.Empty;
        var milliseconds = (long)Math.Ceiling(figures.Answer.TotalMilliseconds);
        var detail = $"{NameOf(figures.Provider)}, trả lời trong {VndFormat.Count(milliseconds)} ms{size}";
        return milliseconds > 1_000
            ? new StatusLine("Cơ sở dữ liệu", StatusTone.Waiting, "Chậm", detail, "Xem tải của máy và của máy chủ cơ sở dữ liệu.")
            : new StatusLine("Cơ sở dữ liệu", StatusTone.Fine, "Trả lời", detail);
    }

    private static string NameOf(string provider) => provider switch
    {
        "Sqlite" => "SQLite",
        "SqlServer" => "SQL Server",
        _ => provider,
    };

    private static StatusLine Schema(SystemFigures figures) => figures.PendingMigrations == 0
        ? new("Cấu trúc dữ liệu", StatusTone.Fine, "Đúng phiên bản", $"{VndFormat.Count(figures.AppliedMigrations)} lần cập nhật")
        : new("Cấu trúc dữ liệu", StatusTone.Wrong, "Chưa cập nhật", $"thiếu {VndFormat.Count(figures.PendingMigrations)} lần cập nhật", "Chạy lệnh migrate.");

    private static StatusLine Backup(BackupRecord? last, DateTime now)
    {
        const string What = "Sao lưu gần nhất";
        if (last is null) return new(What, StatusTone.Quiet, "Chưa có", "Chưa thấy bản sao lưu nào được ghi lại.", "Chạy lệnh backup và đặt lịch hằng ngày. Với SQL Server, theo dõi sao lưu trên máy chủ đó.");
        var detail = $"{ViDates.Instant(last.MadeAt)}, {FileSizes.Of(last.Bytes)}, {(last.Verified ? "khôi phục thử được" : last.Problem is null ? "chưa khôi phục thử" : "khôi phục thử không được")}";
        if (last is { Verified: false, Problem: not null }) return new(What, StatusTone.Wrong, "Không dùng được", detail, "Đừng dựa vào bản này: chạy lại lệnh backup, xem thông báo của lệnh và ổ đĩa nhận bản sao.");
        return now - last.MadeAt > TimeSpan.FromHours(36)
            ? new(What, StatusTone.Wrong, "Quá cũ", detail, "Chạy lệnh backup, rồi xem vì sao lịch sao lưu không chạy.")
            : new(What, StatusTone.Fine, "Mới", detail);
    }

    private static StatusLine Verification(LastVerification? last, DateTime now)
    {
        const string What = "Kiểm tra toàn vẹn gần nhất";
        if (last is null) return new(What, StatusTone.Quiet, "Chưa có", "Chưa kiểm tra lần nào.", "Mở «Kiểm tra toàn vẹn», hoặc chạy lệnh audit verify.");
        var detail = string.Create(CultureInfo.InvariantCulture, $"{ViDates.Instant(last.At)}, {VndFormat.Count(last.Entries)} mục và {VndFormat.Count(last.Rows)} dòng trong {Seconds(last.Seconds)} giây");
        if (last.Faults > 0) return new(What, StatusTone.Wrong, $"{VndFormat.Count(last.Faults)} sai lệch", detail, "Giữ nguyên hiện trạng, sao lưu ngay và báo người phụ trách; mở «Kiểm tra toàn vẹn» để xem từng sai lệch.");
        return now - last.At > TimeSpan.FromDays(8)
            ? new(What, StatusTone.Waiting, "Khớp, đã cũ", detail, "Kiểm tra lại: nên kiểm tra mỗi tuần.")
            : new(What, StatusTone.Done, "Khớp", detail);
    }

    private static StatusLine Alarms(SystemFigures figures) => figures.OpenAlarms == 0
        ? new("Cảnh báo toàn vẹn", StatusTone.Fine, "Không có", "không có cảnh báo nào chờ xem")
        : new("Cảnh báo toàn vẹn", StatusTone.Wrong, $"{VndFormat.Count(figures.OpenAlarms)} cảnh báo", "dữ liệu không khớp nhật ký khi lưu", "Giữ nguyên hiện trạng và mở «Kiểm tra toàn vẹn».");

    private static StatusLine Background(BackgroundState state)
    {
        var name = BackgroundNames.Of(state.Name);
        var detail = string.Join(", ", new[]
        {
            state.LastSuccess is { } good ? "xong " + ViDates.Instant(good) : "chưa xong lần nào từ khi chạy",
            state.LastFailure is { } bad ? $"lỗi {ViDates.Instant(bad)} ({state.Error})" : null,
        }.OfType<string>());
        if (state.IsRunning == false) return new(name, StatusTone.Wrong, "Đã dừng", detail, "Khởi động lại cổng và xem nhật ký của máy chủ.");
        if (state.LastFailure is null && state.LastSuccess is null) return new(name, StatusTone.Quiet, "Chờ việc", detail);
        return state.IsWell
            ? new(name, StatusTone.Fine, "Chạy", detail)
            : new(name, StatusTone.Wrong, "Lần cuối lỗi", detail, "Xem nhật ký của máy chủ lúc đó.");
    }

    private static List<(HourCount Known, int Unknown)> Failed(IReadOnlyList<HourCount> known, IReadOnlyList<HourCount> unknown) =>
    [
        .. known.Concat(unknown).Select(h => h.Hour).Distinct().OrderDescending().Select(hour => (
            known.FirstOrDefault(h => h.Hour == hour) ?? new HourCount(hour, 0), unknown.FirstOrDefault(h => h.Hour == hour)?.Count ?? 0)),
    ];

    private long? SqliteBytes()
    {
        if (configuration["Database:Provider"] is not (null or Data.Sqlite.SqliteSetup.ProviderName)) return null;
        var place = configuration.GetConnectionString("KhuyenCong") is { Length: > 0 } given ? new SqliteConnectionStringBuilder(given).DataSource : Path.Combine("App_Data", "khuyencong.db");
        return File.Exists(place) ? new FileInfo(place).Length : null;
    }

    private static string Seconds(double seconds) => seconds.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');
}
