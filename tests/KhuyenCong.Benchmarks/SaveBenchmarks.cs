using BenchmarkDotNet.Attributes;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.People;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Benchmarks;

/// <summary>What a save of changed rows costs on a file database with a trail of 20,000 entries, and what of that is comparing them with the trail.</summary>
[MemoryDiagnoser]
public class SaveBenchmarks
{
    private static readonly Actor Clerk = Actor.System("Đo");

    private TestPortal _portal = null!;

    /// <summary>Changed rows in one save.</summary>
    [Params(1, 100)]
    public int Rows { get; set; }

    [GlobalSetup]
    public async Task FillAsync()
    {
        _portal = await TestPortal.StartOnFileAsync();
        await TrailDatabase.FillAsync(_portal, 20_000);
    }

    [GlobalCleanup]
    public async Task CloseAsync() => await _portal.DisposeAsync();

    [Benchmark(Baseline = true)]
    public async Task<int> Save()
    {
        await using var db = _portal.Db();
        foreach (var row in await db.Beneficiaries.OrderBy(b => b.Id).Take(Rows).ToListAsync()) row.Touch();
        return await db.SaveAsync(Clerk, null, CancellationToken.None);
    }

    /// <summary>The comparison alone, each row asked for by its id.</summary>
    [Benchmark]
    public async Task<int> Compare()
    {
        await using var db = _portal.Db();
        var ids = await db.Beneficiaries.OrderBy(b => b.Id).Take(Rows).Select(b => b.Id).ToListAsync();
        var broken = await db.FindFalsifiedAsync([.. ids.Select(id => new SealedQuestion(typeof(Beneficiary), nameof(Beneficiary.Id), id))], Clerk, CancellationToken.None);
        return broken.Count == 0 ? ids.Count : throw new InvalidOperationException("The rows do not agree with the trail.");
    }
}
