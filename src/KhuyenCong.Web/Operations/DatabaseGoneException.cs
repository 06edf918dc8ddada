using System.Data.Common;

namespace KhuyenCong.Web.Operations;

/// <summary>The database's file was removed or exchanged under the running portal: what is written now would be lost.</summary>
public sealed class DatabaseGoneException : DbException
{
    public DatabaseGoneException()
        : base("The file of the database was removed or exchanged; restart once it is back.")
    {
    }

    public DatabaseGoneException(string message)
        : base(message)
    {
    }

    public DatabaseGoneException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
