namespace KhuyenCong.Web.TagHelpers;

/// <summary>The address of the page shown with one query parameter changed.</summary>
public static class CurrentQuery
{
    /// <param name="request">The request.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="value">Its new value; null takes it away.</param>
    /// <param name="without">Others to take away, such as the page number when the order changes.</param>
    public static string With(HttpRequest request, string name, string? value, params IReadOnlyList<string> without)
    {
        var kept = request.Query
            .Where(pair => pair.Key != name && pair.Key != "handler" && !without.Contains(pair.Key, StringComparer.Ordinal))
            .SelectMany(pair => pair.Value.Where(v => !string.IsNullOrEmpty(v)).Select(v => KeyValuePair.Create(pair.Key, v)));
        var all = value is null ? kept : kept.Append(KeyValuePair.Create(name, (string?)value));
        return request.PathBase + request.Path + QueryString.Create(all).ToString();
    }
}
