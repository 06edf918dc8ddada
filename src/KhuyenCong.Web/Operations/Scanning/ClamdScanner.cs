using System.Net.Sockets;
using KhuyenCong.Services.Documents;
using KhuyenCong.Web.Operations.Watch;

namespace KhuyenCong.Web.Operations.Scanning;

/// <summary>Asks clamd about each file. Whatever is not a clear answer in time counts as none: the file is not taken.</summary>
public sealed class ClamdScanner(ClamdSettings settings, SecurityLog security) : IFileScanner
{
    private const string Stream = "stream: ";
    private const string Found = " FOUND";
    private const int LongestName = 100;

    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken stop)
    {
        try
        {
            return VerdictOf(await AskAsync(settings.Patience, (clamd, soon) => clamd.ScanAsync(content, soon), stop));
        }
        catch (SocketException)
        {
            return Failed("Unreachable");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Failed("TimedOut");
        }
    }

    /// <summary>The scanner's version and that of its signatures, as it tells them; null when it does not answer.</summary>
    public async Task<string?> VersionAsync(CancellationToken stop)
    {
        try
        {
            var answer = await AskAsync(settings.VersionPatience, (clamd, soon) => clamd.VersionAsync(soon), stop);
            return answer?.StartsWith("ClamAV ", StringComparison.Ordinal) == true ? Short(answer) : null;
        }
        catch (SocketException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private ScanVerdict VerdictOf(string? answer)
    {
        if (answer == Stream + "OK") return ScanVerdict.Clean;
        if (answer is null) return Failed("HungUp");
        if (answer.StartsWith(Stream, StringComparison.Ordinal) && answer.EndsWith(Found, StringComparison.Ordinal) && answer.Length > Stream.Length + Found.Length)
        {
            security.Scan(SecurityEvent.MalwareFound, Short(answer[Stream.Length..^Found.Length]));
            return ScanVerdict.Infected;
        }

        return Failed(answer.StartsWith("INSTREAM size limit exceeded", StringComparison.Ordinal) ? "TooLarge" : "NoVerdict");
    }

    private ScanVerdict Failed(string why)
    {
        security.Scan(SecurityEvent.ScanFailed, why);
        return ScanVerdict.Unknown;
    }

    private async Task<string?> AskAsync(TimeSpan patience, Func<ClamdConnection, CancellationToken, Task<string?>> ask, CancellationToken stop)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(patience);
        using var clamd = await ClamdConnection.OpenAsync(settings, soon.Token);
        return await ask(clamd, soon.Token);
    }

    private static string Short(string text) => text.Length <= LongestName ? text : text[..LongestName];
}
