using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace KhuyenCong.Data.Sqlite;

/// <summary>
/// One connection kept open for as long as the portal runs, so that SQLite can tell whether the file at the path is still
/// the one that was opened: it goes on without a word in a file that was removed or exchanged.
/// </summary>
public sealed class HeldDatabase : IDisposable
{
    // SQLITE_FCNTL_HAS_MOVED: one look at the path's inode.
    private const int HasMovedQuestion = 20;

    private static readonly byte[] Main = [.. "main\0"u8];

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    /// <exception cref="SqliteException">There is no database at the path.</exception>
    public HeldDatabase(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        _connection.Open();
    }

    /// <summary>True when the path leads to no file or to another one. A file never leaves its path on Windows while it is open.</summary>
    public bool HasMoved
    {
        get
        {
            lock (_gate)
            {
                return _connection.Handle is { } handle && FileControl(handle.DangerousGetHandle(), Main, HasMovedQuestion, out var moved) == 0 && moved != 0;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate) _connection.Dispose();
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int FileControl(IntPtr database, byte[] name, int question, out int answer);
}
