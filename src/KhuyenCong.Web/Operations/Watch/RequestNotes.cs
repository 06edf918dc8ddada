namespace KhuyenCong.Web.Operations.Watch;

/// <summary>What the inside of a request leaves for the log at its end. The first word counts: pages of errors come later.</summary>
public sealed class RequestNotes
{
    private int _commands;

    /// <summary>The page's pattern; null while no page was chosen.</summary>
    public string? Pattern { get; set; }

    /// <summary>The pattern with the numbers of its rows.</summary>
    public string? Place { get; set; }

    /// <summary>The page inside Pages/: "/QuanTri/TaiKhoan/Tao".</summary>
    public string? Page { get; set; }

    /// <summary>The codes of unmet conditions.</summary>
    public string? Codes { get; set; }

    /// <summary>What the inside knows better than the status tells.</summary>
    public SecurityEvent? Event { get; set; }

    public bool AntiforgeryFailed { get; set; }

    public bool IsFile { get; set; }

    /// <summary>A page answered, be it with an error beside a field.</summary>
    public bool IsPage { get; set; }

    /// <summary>SQL commands sent so far.</summary>
    public int Commands => _commands;

    public static RequestNotes? Of(HttpContext? context) => context?.Features.Get<RequestNotes>();

    public void CountCommand() => Interlocked.Increment(ref _commands);
}
