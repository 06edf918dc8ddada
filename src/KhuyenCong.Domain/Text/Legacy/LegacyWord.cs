namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>A run of letters, and of the signs that TCVN3 uses as letters.</summary>
internal sealed record LegacyWord(int Start, string Text)
{
    /// <summary>Has a character beyond ASCII.</summary>
    public bool IsMarked { get; } = Text.Any(c => !char.IsAscii(c));

    public bool HasSmallAscii { get; } = Text.Any(char.IsAsciiLetterLower);

    /// <summary>How many ASCII letters are capitals.</summary>
    public int Capitals => Text.Count(char.IsAsciiLetterUpper);

    public bool HasSign => Text.Any(Tcvn3.IsSign);
}
