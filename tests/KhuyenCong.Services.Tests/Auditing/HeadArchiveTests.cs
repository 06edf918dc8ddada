using KhuyenCong.Data.Auditing;
using KhuyenCong.Services.Auditing;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Auditing;

/// <summary>Heads kept outside form one list, whoever writes, and keeping one reads no more than it must.</summary>
public sealed class HeadArchiveTests : IDisposable
{
    private static readonly DateTime Morning = new(2024, 11, 15, 9, 0, 0, DateTimeKind.Unspecified);

    private readonly string _folder = Directory.CreateTempSubdirectory("khuyencong-dau-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_known_is_not_read_again()
    {
        var archive = Archive();
        await archive.KeepAsync(Morning, Head(1), Stop);
        await archive.KeepAsync(Morning.AddHours(1), Head(2), Stop);
        foreach (var file in Directory.GetFiles(_folder)) await File.WriteAllTextAsync(file, "không phải đầu nhật ký", Stop);
        await archive.KeepAsync(Morning.AddHours(2), Head(3), Stop);

        // The list goes on after what was written, not after what somebody put there since: that is told by its hash.
        Assert.Equal([3, null, null], (await archive.ReadAsync(Stop)).Select(h => h.Ordinal));
    }

    [Fact]
    public async Task The_list_goes_on_after_what_another_node_wrote_meanwhile()
    {
        var (one, other) = (Archive(), Archive());
        await one.KeepAsync(Morning, Head(1), Stop);
        await other.KeepAsync(Morning.AddHours(1), Head(2), Stop);
        await one.KeepAsync(Morning.AddHours(2), Head(3), Stop);
        await AssertOneListAsync(3);
    }

    [Fact]
    public async Task The_list_goes_on_when_the_clock_was_set_back()
    {
        await Archive().KeepAsync(Morning, Head(1), Stop);
        await Archive().KeepAsync(Morning.AddHours(-3), Head(2), Stop);
        await Archive().KeepAsync(Morning.AddHours(-2), Head(3), Stop);
        var heads = await Archive().ReadAsync(Stop);
        Assert.Equal([1, 3, 2], heads.Select(h => h.Ordinal));
        await AssertOneListAsync(3);
    }

    [Fact]
    public async Task A_last_file_that_is_gone_is_still_named_by_the_next()
    {
        var archive = Archive();
        await archive.KeepAsync(Morning, Head(1), Stop);
        await archive.KeepAsync(Morning.AddHours(1), Head(2), Stop);
        File.Delete(Directory.GetFiles(_folder).Order(StringComparer.Ordinal).Last());
        await archive.KeepAsync(Morning.AddHours(2), Head(3), Stop);
        Assert.Equal([3, 1], (await archive.ReadAsync(Stop)).Select(h => h.Ordinal));
    }

    private HeadArchive Archive() => new(_folder, TestPortal.Seal);

    private static AuditHeadMark Head(long number) => new(number, new string((char)('a' + number), 64));

    private async Task AssertOneListAsync(int count)
    {
        var heads = (await Archive().ReadAsync(Stop)).OrderBy(h => h.Ordinal).ToList();
        Assert.Equal(count, heads.Count);
        Assert.All(heads, h => Assert.True(h.IsGenuine));
        Assert.Equal([AuditSeal.Origin, .. heads.SkipLast(1).Select(h => h.FileHash)], heads.Select(h => h.Previous));
    }
}
