namespace KhuyenCong.Services.Imports.Findings;

/// <summary>A possible answer: its key as forms and addresses carry it ("E17.13"), its words, the heading it is listed under.</summary>
public sealed record AnnexOption(string Key, string Label, string? Heading = null);
