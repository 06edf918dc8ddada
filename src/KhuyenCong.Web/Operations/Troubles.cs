using KhuyenCong.Data.Auditing;
using KhuyenCong.Data.OldText;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace KhuyenCong.Web.Operations;

/// <summary>Tells by an exception what keeps the portal from its data: such answers are 503 and may be tried again, or 409 and 422 where trying again is of no use.</summary>
internal static class Troubles
{
    private const int NoSpaceOnUnix = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);
    private const int QuotaExceededOnUnix = 122;
    private const int FileTooLargeOnUnix = 27;

    public static Trouble Of(Exception? failure) => failure switch
    {
        null => Trouble.None,
        DatabaseGoneException => Trouble.Gone,
        FalsifiedRowException => Trouble.Falsified,
        OldTextException => Trouble.OldText,

        // SQLITE_BUSY, SQLITE_LOCKED; SQLITE_FULL, SQLITE_IOERR. SQL Server: time is up, lock request timed out; file, log full.
        SqliteException { SqliteErrorCode: 5 or 6 } or SqlException { Number: -2 or 1222 } => Trouble.Busy,
        SqliteException { SqliteErrorCode: 13 or 10 } or SqlException { Number: 1105 or 9002 } => Trouble.Full,
        IOException { HResult: NoSpaceOnUnix or DiskFullOnWindows or QuotaExceededOnUnix or FileTooLargeOnUnix } => Trouble.Full,
        _ => Of(failure.InnerException),
    };

    public static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ => Of(failure) switch
        {
            Trouble.None => StatusCodes.Status500InternalServerError,
            Trouble.Falsified => StatusCodes.Status409Conflict,
            Trouble.OldText => StatusCodes.Status422UnprocessableEntity,
            Trouble.Busy or Trouble.Full or Trouble.Gone => StatusCodes.Status503ServiceUnavailable,
        },
    };

    /// <summary>After how many seconds to try again.</summary>
    public static string? RetryAfter(Trouble trouble) => trouble switch
    {
        Trouble.Busy => "5",
        Trouble.Full or Trouble.Gone => "300",
        Trouble.None or Trouble.Falsified or Trouble.OldText => null,
    };
}
