namespace KhuyenCong.Services.Documents;

/// <summary>What a scanner says about a file.</summary>
public enum ScanVerdict
{
    /// <summary>Nothing was found, or no scanner is set up.</summary>
    Clean,

    /// <summary>It holds malware.</summary>
    Infected,

    /// <summary>No answer that can be relied upon.</summary>
    Unknown,
}
