using System.Text;
using Serilog.Sinks.File;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>Log files are for the account that runs the portal alone.</summary>
internal sealed class LogFileRights : FileLifecycleHooks
{
    public override Stream OnFileOpened(string path, Stream underlyingStream, Encoding encoding)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return underlyingStream;
    }
}
