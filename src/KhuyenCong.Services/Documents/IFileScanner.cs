namespace KhuyenCong.Services.Documents;

/// <summary>Looks for malware in what is uploaded, before anything of it is kept.</summary>
public interface IFileScanner
{
    /// <summary>Reads the content to its end; a scanner that fails answers <see cref="ScanVerdict.Unknown"/> and does not throw.</summary>
    Task<ScanVerdict> ScanAsync(Stream content, CancellationToken stop);
}
