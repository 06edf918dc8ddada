using System.Diagnostics;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>The program as an operator runs it: a process of its own on a folder of its own.</summary>
public sealed class CommandLine : IDisposable
{
    private static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    /// <summary>Database, files and working folder; gone with this.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("khuyencong-commands-").FullName;

    public string Database => At("khuyencong.db");

    /// <summary>Settings as environment variables beside the usual ones; null takes one away.</summary>
    public Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Takes over another's database and files, so that a test may spoil them.</summary>
    public static CommandLine CopyOf(CommandLine other)
    {
        var copy = new CommandLine();
        foreach (var file in Directory.EnumerateFiles(other.Folder, "*", SearchOption.AllDirectories))
        {
            var to = copy.At(Path.GetRelativePath(other.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    /// <summary>Runs one command to its end.</summary>
    public async Task<CommandOutcome> RunAsync(params string[] words)
    {
        using var process = Launch(words);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return new CommandOutcome(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts the portal on a free port, over plain http as Development allows, without the demonstration.</summary>
    /// <param name="fileLimitKilobytes">No file may grow beyond this, on Linux.</param>
    public Task<RunningPortal> StartAsync(int? fileLimitKilobytes = null)
    {
        Settings.TryAdd("ASPNETCORE_ENVIRONMENT", "Development");
        Settings.TryAdd("DOTNET_ENVIRONMENT", "Development");
        Settings.TryAdd("Demo__Enabled", "false");
        return RunningPortal.WhenReadyAsync(Launch(fileLimitKilobytes, "--urls", "http://127.0.0.1:0"));
    }

    /// <summary>Starts the program and leaves it to itself.</summary>
    public Process Launch(params string[] words) => Launch(null, words);

    private Process Launch(int? fileLimitKilobytes, params string[] words)
    {
        string[] program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "KhuyenCong.Web.dll"), .. words];
        // Ignored, the signal of the limit turns into a failed write, as on a full disk.
        if (fileLimitKilobytes is { } limit) program = ["bash", "-c", $"trap '' XFSZ; ulimit -f {limit}; exec \"$@\"", "bash", .. program];
        var start = new ProcessStartInfo(program[0], program[1..])
        {
            WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        Dictionary<string, string?> environment = new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production", ["DOTNET_ENVIRONMENT"] = "Production", ["ConnectionStrings__KhuyenCong"] = "Data Source=" + Database,
            ["Storage__Root"] = At("kho"), ["Audit__Key"] = Key, ["KHUYENCONG_ADMIN_PASSWORD"] = PortalFactory.Password,
            // A process of a few seconds never earns back what profiling costs it.
            ["DOTNET_TieredPGO"] = "0",
        };
        foreach (var (name, value) in environment.Concat(Settings)) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
