namespace KhuyenCong.Services.Auditing;

/// <summary>A head of the trail as it was exported.</summary>
/// <param name="Name">The moment in Vietnam, as the file is named: 2024-11-15T090000000; of old files the day.</param>
/// <param name="Mark">The head; null when the file cannot be read.</param>
public sealed record ExportedHead(string Name, AuditHeadMark? Mark)
{
    /// <summary>Its place in the list of heads, from 1; null for the unsigned files of old versions.</summary>
    public long? Ordinal { get; init; }

    /// <summary>SHA-256 of the file before it.</summary>
    public string Previous { get; init; } = "";

    /// <summary>SHA-256 of this file.</summary>
    public string FileHash { get; init; } = "";

    /// <summary>Bears its seal, or is of the old kind that has none.</summary>
    public bool IsGenuine { get; init; } = true;

    /// <summary>Only the second folder still has it.</summary>
    public bool IsGoneFromFirst { get; init; }
}
