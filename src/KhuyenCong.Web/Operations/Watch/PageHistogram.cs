namespace KhuyenCong.Web.Operations.Watch;

/// <summary>Counts by bounds that grow by about a fifth: from 1 ms to 100 s in 64 numbers, however many answers there were.</summary>
internal sealed class PageHistogram
{
    private const double Growth = 1.2;
    private const int Buckets = 64;

    private readonly Lock _gate = new();
    private readonly long[] _counts = new long[Buckets];
    private long _count;
    private double _worst;
    private DateTime _worstAt;

    public void Add(double milliseconds, DateTime at)
    {
        var bucket = milliseconds <= 1 ? 0 : Math.Min(Buckets - 1, (int)Math.Ceiling(Math.Log(milliseconds, Growth)));
        lock (_gate)
        {
            _counts[bucket]++;
            _count++;
            if (milliseconds <= _worst) return;
            (_worst, _worstAt) = (milliseconds, at);
        }
    }

    public PageTime Read(string pattern)
    {
        lock (_gate) return new PageTime(pattern, _count, AtMost(0.5), AtMost(0.95), _worst, _worstAt);
    }

    private double AtMost(double share)
    {
        var (needed, seen) = (Math.Ceiling(_count * share), 0L);
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            seen += _counts[bucket];
            if (seen >= needed) return Math.Min(_worst, Math.Pow(Growth, bucket));
        }

        return _worst;
    }
}
