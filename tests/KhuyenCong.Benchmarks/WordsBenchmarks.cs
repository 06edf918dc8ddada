using BenchmarkDotNet.Attributes;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Benchmarks;

/// <summary>Amounts in words against the same amounts in figures.</summary>
[MemoryDiagnoser]
public class WordsBenchmarks
{
    [Params(5_089_000_000, 1_234_567_890_123)]
    public long Amount { get; set; }

    [Benchmark(Baseline = true)]
    public string InFigures() => VndFormat.Dong(new Vnd(Amount));

    [Benchmark]
    public string InWords() => AmountInWords.Of(new Vnd(Amount));
}
