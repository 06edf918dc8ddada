namespace KhuyenCong.Services.Documents;

/// <summary>A kept file on its way to a reader who may see it.</summary>
public sealed record DocumentDownload(string FileName, string ContentType, Stream Content);
