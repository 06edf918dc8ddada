namespace KhuyenCong.Web.Pages;

/// <summary>The day that a summary is shown for: as typed in the address, and the past day that it means.</summary>
public sealed record AsOfField(string? Typed, DateOnly? Day);
