namespace KhuyenCong.Web.Pages;

/// <summary>One step of the path above the heading; the page itself is not among them.</summary>
/// <param name="Text">The name of the page above.</param>
/// <param name="Href">Its address, such as "/ke-hoach".</param>
public sealed record Crumb(string Text, string Href);
