using System.Diagnostics;
using System.Text;
using System.Text.Json;
using KhuyenCong.Racer;

namespace KhuyenCong.Services.Tests.Racing;

/// <summary>A racer in a process of its own.</summary>
internal sealed class RacerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private RacerProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts it; it has not touched the database when this returns.</summary>
    public static async Task<RacerProcess> StartAsync(RaceSetup setup)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "KhuyenCong.Racer.dll")])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["DOTNET_TieredPGO"] = "0" }, // never earned back in a few seconds
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), StandardOutputEncoding = Encoding.UTF8,
        };
        var racer = new RacerProcess(Process.Start(start)!);
        await racer.WriteAsync(setup);
        if (await racer.NextAsync() is not null) throw new InvalidOperationException("The racer began without being told to.");
        return racer;
    }

    /// <summary>Sends a round and waits for its end.</summary>
    public async Task<IReadOnlyList<RaceAnswer>> RunAsync(RaceRound round)
    {
        await WriteAsync(round);
        List<RaceAnswer> answers = [];
        while (await NextAsync() is { } answer) answers.Add(answer);
        return answers;
    }

    public async Task WriteAsync<T>(T line)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(line));
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>The next answer; null at the end of a round.</summary>
    /// <exception cref="EndOfStreamException">The process is gone.</exception>
    public async Task<RaceAnswer?> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var line = await _process.StandardOutput.ReadLineAsync(patience.Token);
        if (line is null) throw new EndOfStreamException(await _errors);
        return line.Length == 0 ? null : JsonSerializer.Deserialize<RaceAnswer>(line);
    }

    /// <summary>SIGKILL: nothing of it runs on.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
