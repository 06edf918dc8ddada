using System.Diagnostics;
using System.Net;
using System.Text;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>The portal as a process of its own, listening.</summary>
public sealed class RunningPortal : IDisposable
{
    private const string Address = "Cổng khuyến công: ";

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningPortal(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Everything it printed so far.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    public static async Task<RunningPortal> WhenReadyAsync(Process process)
    {
        var portal = new RunningPortal(process);
        try
        {
            await portal._address.Task.WaitAsync(TimeSpan.FromMinutes(5));
            return portal;
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            portal.Dispose();
            throw new InvalidOperationException(portal.Said, failure);
        }
    }

    /// <summary>A browser without a session that does not follow redirects.</summary>
    public Browser Browser() => new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = _address.Task.Result });

    public async Task<HttpStatusCode> ReadyAsync()
    {
        using var answer = await Browser().GetAsync("/healthz/ready");
        return answer.StatusCode;
    }

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException("The portal ended."));
            return;
        }

        lock (_said) _said.AppendLine(line);
        if (line.StartsWith(Address, StringComparison.Ordinal)) _address.TrySetResult(new Uri(line[Address.Length..]));
    }
}
