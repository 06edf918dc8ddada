using System.Data.Common;

namespace KhuyenCong.Web.Operations;

/// <summary>The start or the command cannot go on; the message says in Vietnamese what the operator must do.</summary>
public sealed class StartException : Exception
{
    public StartException(string message)
        : base(message)
    {
    }

    public StartException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public StartException()
    {
    }

    /// <summary>Writes why the program stops.</summary>
    /// <returns>The exit code, never zero.</returns>
    public static int Tell(Exception failure, TextWriter error)
    {
        error.WriteLine("Cổng khuyến công dừng lại: " + failure switch
        {
            StartException told => told.Message,
            DbException database => "không dùng được cơ sở dữ liệu. Kiểm tra ConnectionStrings:KhuyenCong. Chi tiết: " + database.Message,
            IOException io => "lỗi tệp hoặc cổng mạng. Chi tiết: " + io.Message,
            InvalidOperationException wrong => wrong.Message,
            _ => failure.ToString(),
        });
        return 1;
    }
}
