namespace KhuyenCong.Data.OldText;

/// <summary>
/// A text that would be saved is certainly no Unicode: written for fonts of TCVN3 or VNI, or broken. Nothing was saved. The
/// forms say so at the field; this is for what comes by any other way.
/// </summary>
public sealed class OldTextException : Exception
{
    public OldTextException()
    {
    }

    public OldTextException(string message)
        : base(message)
    {
    }

    public OldTextException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="place">The entity and its property, for the log, which is not told the text.</param>
    /// <param name="text">What would be saved.</param>
    public OldTextException(string place, string text)
        : base($"{place} would hold text that is no Unicode.") => Text = text;

    /// <summary>What would be saved.</summary>
    public string Text { get; } = string.Empty;
}
