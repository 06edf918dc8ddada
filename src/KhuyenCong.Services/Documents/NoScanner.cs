namespace KhuyenCong.Services.Documents;

/// <summary>Stands where the operator has set up no scanner.</summary>
public sealed class NoScanner : IFileScanner
{
    public Task<ScanVerdict> ScanAsync(Stream content, CancellationToken stop) => Task.FromResult(ScanVerdict.Clean);
}
