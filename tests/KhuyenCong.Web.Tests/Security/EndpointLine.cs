namespace KhuyenCong.Web.Tests.Security;

/// <summary>An address, what may be sent to it, and who is let in.</summary>
internal sealed record EndpointLine(string Route, string Methods, string Access)
{
    /// <summary>True when a browser can open it.</summary>
    public bool IsPage => !Route.Contains("{**", StringComparison.Ordinal) && Methods.Split(' ').Any(m => m is "GET" or "*");
}
