using BenchmarkDotNet.Attributes;
using KhuyenCong.Services.Auditing;
using KhuyenCong.TestSupport;

namespace KhuyenCong.Benchmarks;

/// <summary>The whole verification of a database file: entries, rows, counters.</summary>
[MemoryDiagnoser]
[SimpleJob(launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class AuditVerifyBenchmarks
{
    private TestPortal? _portal;

    [Params(100_000)]
    public int Entries { get; set; }

    [GlobalSetup]
    public async Task FillAsync()
    {
        _portal = await TestPortal.StartOnFileAsync();
        await TrailDatabase.FillAsync(_portal, Entries);
    }

    [Benchmark]
    public async Task<long> VerifyAsync()
    {
        var report = await _portal!.UseAsync((AuditVerifyService s) => s.VerifyAsync(null, CancellationToken.None));
        return report.Faults.Count == 0 ? report.Entries : throw new InvalidOperationException("The trail does not verify.");
    }

    [GlobalCleanup]
    public async Task CleanAsync() => await _portal!.DisposeAsync();
}
