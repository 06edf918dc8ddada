using System.Text;

namespace KhuyenCong.Web.Operations.Watch;

/// <summary>
/// An exception as a log may hold it: the kinds and where they came from. Messages are left out, because they quote what
/// was typed ("The input string … was not in a correct format") and what is stored ("The duplicate key value is …").
/// </summary>
public sealed class ToldException : Exception
{
    public ToldException()
    {
    }

    public ToldException(string told)
        : base(told)
    {
    }

    public ToldException(string told, Exception inner)
        : base(told, inner)
    {
    }

    /// <summary>The exception without what it quotes.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="withMessages">Quotes after all, for a search in a test environment.</param>
    public static ToldException Of(Exception failure, bool withMessages)
    {
        if (withMessages) return new ToldException(failure.ToString());
        var told = new StringBuilder();
        for (var (cause, depth) = (failure, 0); cause is not null && depth < 8; cause = cause.InnerException!, depth++)
        {
            if (depth > 0) told.AppendLine().Append("caused by ");
            told.Append(cause.GetType().FullName);
            if (cause is System.Data.Common.DbException database) told.Append(" code ").Append(database.ErrorCode);
            if (cause.StackTrace is { } trace) told.AppendLine().Append(trace);
        }

        return new ToldException(told.ToString());
    }

    public override string ToString() => Message;
}
