namespace KhuyenCong.Services.Decisions;

/// <summary>A kept file read again, beside what was recorded of it.</summary>
/// <param name="Recorded">SHA-256 when it was recorded.</param>
/// <param name="Found">SHA-256 now; null when the store has lost the file.</param>
/// <param name="RecordedLength">Bytes when it was recorded.</param>
/// <param name="FoundLength">Bytes now.</param>
public sealed record FileCheck(string Recorded, string? Found, long RecordedLength, long? FoundLength)
{
    public bool Agrees => Found == Recorded && FoundLength == RecordedLength;
}
