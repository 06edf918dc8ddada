using System.Runtime.InteropServices;

namespace KhuyenCong.Web.Operations;

/// <summary>Whatever the program writes is its own account's alone: files 0600, folders 0700. On Windows the folder's rights count.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder700 = File600 | UnixFileMode.UserExecute;

    /// <summary>Sets the mask under which every later file is made: database, journal, store, keys, backups, log.</summary>
    public static void Begin()
    {
        if (!OperatingSystem.IsWindows()) _ = SetMask(0x3F); // 077
    }

    /// <summary>Closes what older versions or other programs left open to others; what belongs to another account is left alone.</summary>
    public static void Close(params IEnumerable<string> paths)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var path in paths)
        {
            try
            {
                if (Directory.Exists(path)) File.SetUnixFileMode(path, Folder700);
                else if (File.Exists(path)) File.SetUnixFileMode(path, File600);
            }
            catch (UnauthorizedAccessException)
            {
                // A mounted volume that is not ours: its owner chose the rights.
            }
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);
}
