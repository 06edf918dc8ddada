using System.Globalization;
using KhuyenCong.Services.Vi;
using KhuyenCong.Web.TagHelpers;
using KhuyenCong.Web.Vi;

namespace KhuyenCong.Web.Operations.Status;

/// <summary>Looks at the machine: store, disk, exported heads.</summary>
public sealed class HostLook(PortalSettings settings)
{
    // More are not counted, so that the page stays quick.
    private const int MostFiles = 20_000;
    private const long LowDisk = 2L * 1024 * 1024 * 1024;

    /// <summary>Whether files can be kept, proved by keeping one, and about how many there are.</summary>
    public StatusLine Store()
    {
        var probe = Path.Combine(settings.StorageRoot, $".thu-ghi-{Guid.NewGuid():N}.tmp");
        try
        {
            Directory.CreateDirectory(settings.StorageRoot);
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new StatusLine("Kho tệp", StatusTone.Wrong, "Không ghi được", $"Thử ghi một tệp vào Storage:Root không thành ({failure.GetType().Name}).", "Kiểm tra quyền ghi và ổ đĩa của thư mục Storage:Root; tới khi sửa xong, việc nộp tệp sẽ báo lỗi.");
        }

        var count = 0;
        var bytes = 0L;
        foreach (var file in new DirectoryInfo(settings.StorageRoot).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Take(MostFiles))
        {
            count++;
            bytes += file.Length;
        }

        var more = count == MostFiles ? "ít nhất " : string.Empty;
        return new StatusLine("Kho tệp", StatusTone.Fine, "Ghi được", $"{more}{VndFormat.Count(count)} tệp, {more}{FileSizes.Of(bytes)}");
    }

    /// <summary>The free space of the disk that holds the store.</summary>
    public StatusLine Disk()
    {
        long free, whole;
        try
        {
            var drive = new DriveInfo(settings.StorageRoot);
            (free, whole) = (drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new StatusLine("Ổ đĩa", StatusTone.Wrong, "Không đọc được", $"Không hỏi được ổ đĩa của Storage:Root ({failure.GetType().Name}).", "Kiểm tra ổ đĩa và đường dẫn Storage:Root.");
        }

        var detail = $"còn {FileSizes.Of(free)} trên {FileSizes.Of(whole)}";
        return free switch
        {
            _ when free < settings.LeastFreeSpace => new StatusLine("Ổ đĩa", StatusTone.Wrong, "Gần hết chỗ", detail, "Giải phóng ổ đĩa ngay: hết chỗ thì không lưu được gì nữa."),
            < LowDisk => new StatusLine("Ổ đĩa", StatusTone.Waiting, "Sắp hết chỗ", detail, "Chuyển bớt bản sao lưu và nhật ký cũ sang nơi khác."),
            _ => new StatusLine("Ổ đĩa", StatusTone.Fine, "Đủ chỗ", detail),
        };
    }

    /// <summary>The newest exported head of the trail.</summary>
    /// <param name="today">The portal's day.</param>
    public StatusLine Heads(DateOnly today)
    {
        const string What = "Xuất đầu nhật ký";
        var newest = Directory.Exists(settings.HeadFolder)
            ? Directory.EnumerateFiles(settings.HeadFolder, "????-??-??*.txt").Select(Path.GetFileNameWithoutExtension).Max(StringComparer.Ordinal)
            : null;
        if (newest is null) return new StatusLine(What, StatusTone.Quiet, "Chưa có", "Chưa xuất lần nào.", "Xem thư mục Audit:HeadFolder có ghi được không.");
        var isDay = DateOnly.TryParseExact(newest[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return isDay && day >= today.AddDays(-1)
            ? new StatusLine(What, StatusTone.Fine, "Đều", "lần gần nhất " + ViDates.Day(day))
            : new StatusLine(What, StatusTone.Wrong, "Đã ngừng", "lần gần nhất " + (isDay ? ViDates.Day(day) : newest), "Xem công việc nền «Xuất đầu nhật ký» và quyền ghi của Audit:HeadFolder.");
    }
}
