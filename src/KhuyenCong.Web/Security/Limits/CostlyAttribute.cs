namespace KhuyenCong.Web.Security.Limits;

/// <summary>A page that keeps the machine busy for seconds: its requests wait for each other. Sending a file is costly anywhere.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CostlyAttribute : Attribute
{
    /// <summary>The parameter of the address without which the page is an ordinary one, as the format of an export.</summary>
    public string? OnlyWith { get; init; }

    /// <summary>Whether only a form that is sent is costly.</summary>
    public bool OnlyPost { get; init; }

    internal bool Covers(HttpRequest request) =>
        (OnlyWith is null || request.Query.ContainsKey(OnlyWith)) && (!OnlyPost || HttpMethods.IsPost(request.Method));
}
