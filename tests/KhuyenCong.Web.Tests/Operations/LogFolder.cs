using System.Text;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>A portal's log file in a folder of its own, read while it is written.</summary>
public sealed class LogFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("khuyencong-log-").FullName;

    /// <summary>Has the portal write everything it tells an operator into the folder.</summary>
    public void Of(PortalFactory portal)
    {
        portal.Settings["Logging:File"] = Path.Combine(_folder, "cong-.log");
        portal.Settings["Serilog:MinimumLevel:Default"] = "Information";
    }

    public string Read()
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(_folder).Order(StringComparer.Ordinal))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }

    public IReadOnlyList<string> Lines(string holding) =>
        [.. Read().Split('\n').Where(line => line.Contains(holding, StringComparison.Ordinal))];

    public IEnumerable<string> Files => Directory.EnumerateFiles(_folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
