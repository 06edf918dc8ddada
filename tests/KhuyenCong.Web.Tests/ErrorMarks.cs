using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace KhuyenCong.Web.Tests;

/// <summary>Whether what is wrong is marked where it stands.</summary>
internal static class ErrorMarks
{
    /// <summary>The summary leads to this field, and the field is marked, with the same words.</summary>
    public static void IsMarkedAt(this IHtmlDocument page, string id)
    {
        var link = page.QuerySelectorAll(".error-summary a").SingleOrDefault(a => a.GetAttribute("href") == "#" + id);
        Assert.True(link is not null, "The summary does not lead to " + id);
        IsMarked(page, id, link.TextContent.Trim());
    }

    /// <summary>Wherever the summary leads, the field is there and marked.</summary>
    public static void IsMarkedThroughout(this IHtmlDocument page)
    {
        Assert.NotNull(page.QuerySelector(".error-summary"));
        foreach (var link in page.QuerySelectorAll(".error-summary a[href^='#']")) IsMarked(page, link.GetAttribute("href")![1..], link.TextContent.Trim());
    }

    private static void IsMarked(IHtmlDocument page, string id, string words)
    {
        var place = page.GetElementById(id);
        Assert.True(place is not null, id + " is not on the page");
        var message = page.GetElementById(id + "_loi");
        Assert.True(message is not null, id + " has no message at its place");
        Assert.Contains(words, message.TextContent, StringComparison.Ordinal);
        Assert.Contains(id + "_loi", Described(place), StringComparer.Ordinal);
        var isInvalid = place.GetAttribute("aria-invalid") == "true";
        var isGroup = place.LocalName is "fieldset" or "div" && place.GetAttribute("tabindex") == "-1";
        Assert.True(isInvalid || isGroup, id + " is not marked");
    }

    private static string[] Described(IElement place) => (place.GetAttribute("aria-describedby") ?? string.Empty).Split(' ');
}
