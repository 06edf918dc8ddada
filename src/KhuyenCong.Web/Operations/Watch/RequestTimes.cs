using System.Collections.Concurrent;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>How long pages took since the start, in memory: a fixed histogram for each page's pattern.</summary>
public sealed class RequestTimes
{
    private const int MostPages = 300;

    private readonly ConcurrentDictionary<string, PageHistogram> _pages = new(StringComparer.Ordinal);

    /// <summary>Counts one answer; patterns are as many as pages, and bounded all the same.</summary>
    public void Add(string pattern, TimeSpan elapsed, DateTime at)
    {
        if (!_pages.TryGetValue(pattern, out var page))
        {
            if (_pages.Count >= MostPages) return;
            page = _pages.GetOrAdd(pattern, _ => new PageHistogram());
        }

        page.Add(elapsed.TotalMilliseconds, at);
    }

    /// <summary>The pages with the highest 95th percentile.</summary>
    public IReadOnlyList<PageTime> Slowest(int count) =>
    [
        .. _pages.Select(p => p.Value.Read(p.Key)).OrderByDescending(p => p.Most95).ThenByDescending(p => p.Worst).ThenBy(p => p.Pattern, StringComparer.Ordinal).Take(count),
    ];
}
