namespace KhuyenCong.Services;

/// <summary>What the 409 page shows: the content as the user had or typed it, beside what stands now.</summary>
/// <param name="Subject">What it is about, such as the plan's or project's name.</param>
/// <param name="ChangedBy">Who changed it last.</param>
/// <param name="ChangedAt">When, UTC.</param>
/// <param name="Rows">Label, the user's version, the version that stands now.</param>
public sealed record StaleReport(string Subject, string? ChangedBy, DateTime? ChangedAt, IReadOnlyList<StaleRow> Rows);

/// <summary>One line of the comparison, in words for the screen.</summary>
public sealed record StaleRow(string Label, string Yours, string Current)
{
    public bool Differs => !string.Equals(Yours, Current, StringComparison.Ordinal);
}
