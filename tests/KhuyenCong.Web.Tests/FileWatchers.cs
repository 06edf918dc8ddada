using System.Runtime.CompilerServices;

namespace KhuyenCong.Web.Tests;

/// <summary>Each started portal would watch its files; together they pass the system's limit of watchers.</summary>
internal static class FileWatchers
{
    [ModuleInitializer]
    internal static void TurnOff()
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
    }
}
