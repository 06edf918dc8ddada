using System.Globalization;
using BenchmarkDotNet.Attributes;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Auditing;

namespace KhuyenCong.Benchmarks;

/// <summary>What chaining and sealing entries, and verifying the chain, cost beyond merely hashing what they say.</summary>
[MemoryDiagnoser]
public class AuditBenchmarks
{
    private const int Entries = 1_000;

    private readonly AuditSeal _seal = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);
    private readonly List<AuditEntry> _entries = [];
    private readonly List<string> _seals = [];

    [GlobalSetup]
    public void Write()
    {
        for (var number = 1; number <= Entries; number++)
        {
            _entries.Add(new AuditEntry
            {
                Number = number, At = new DateTime(2024, 2, 5, 2, 0, 0, DateTimeKind.Utc), ActorId = 7, ActorName = "Nguyễn Văn A", Action = AuditAction.Changed,
                Entity = "Project", EntityKey = number.ToString(CultureInfo.InvariantCulture), Changes = """{"Posted":["0","120000000"],"Version":["3","4"]}""",
                RowHash = AuditSeal.HashOf(number.ToString(CultureInfo.InvariantCulture)), Hash = string.Empty,
            });
        }

        var previous = AuditSeal.Origin;
        foreach (var entry in _entries) _seals.Add(previous = CanonicalRow.SealOf(entry, previous, _seal));
        if (Verify() != Entries) throw new InvalidOperationException("The chain does not verify.");
    }

    [Benchmark(Baseline = true)]
    public int Hash() => _entries.Sum(e => AuditSeal.HashOf(e.Changes).Length);

    [Benchmark]
    public string Append()
    {
        var previous = AuditSeal.Origin;
        foreach (var entry in _entries) previous = CanonicalRow.SealOf(entry, previous, _seal);
        return previous;
    }

    [Benchmark]
    public int Verify()
    {
        var previous = AuditSeal.Origin;
        var right = 0;
        foreach (var (entry, seal) in _entries.Zip(_seals))
        {
            if (CanonicalRow.SealOf(entry, previous, _seal) == seal) right++;
            previous = seal;
        }

        return right;
    }
}
