using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace KhuyenCong.Web.Tests;

/// <summary>What a browser without JavaScript does: opens pages, fills in forms as they are, posts them.</summary>
public sealed class Browser(HttpClient client)
{
    public HttpClient Client { get; } = client;

    public CookieContainer Cookies { get; init; } = new();

    /// <summary>What somebody who copied the cookies now would hold.</summary>
    public CookieContainer CopyOfCookies()
    {
        var copy = new CookieContainer();
        foreach (Cookie cookie in Cookies.GetAllCookies()) copy.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
        return copy;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    public async Task<IHtmlDocument> OpenAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await GetAsync(path);
        Assert.Equal(expected, answer.StatusCode);
        return await ReadAsync(answer);
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    /// <summary>Posts the page's own form (the last one within main that needs no script) with some fields filled in otherwise.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await OpenAsync(path);
        var forms = page.QuerySelectorAll("main form[method=post]:not([data-passkey], .provider)");
        var form = (IHtmlFormElement)forms[forms.Length - 1];
        var names = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var content = form.Elements.OfType<IHtmlInputElement>()
            .Where(i => i.Name is not null && !names.Contains(i.Name) && (i.Type is not ("checkbox" or "radio") || i.IsChecked))
            .Select(i => new KeyValuePair<string, string>(i.Name!, i.Value))
            .Concat(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
        var action = form.GetAttribute("action");
        return await Client.PostAsync(new Uri(string.IsNullOrEmpty(action) ? path : action, UriKind.Relative), new FormUrlEncodedContent(content));
    }

    public Task<HttpResponseMessage> TryToSignInAsync(string email, string password, string path = "/dang-nhap") =>
        PostAsync(path, ("Email", email), ("Password", password));

    public async Task SignInAsync(string email, string password)
    {
        using var answer = await TryToSignInAsync(email, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }
}
