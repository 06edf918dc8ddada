using KhuyenCong.Services.Documents;

namespace KhuyenCong.TestSupport;

/// <summary>A scanner that says of every file what it was told to say.</summary>
public sealed class ScriptedScanner : IFileScanner
{
    public ScanVerdict Says { get; set; } = ScanVerdict.Clean;

    /// <summary>How many files it was asked about.</summary>
    public int Asked { get; private set; }

    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken stop)
    {
        Asked++;
        await content.CopyToAsync(Stream.Null, stop);
        return Says;
    }
}
