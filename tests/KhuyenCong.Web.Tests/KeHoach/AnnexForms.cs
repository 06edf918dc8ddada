using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Xunit;

namespace KhuyenCong.Web.Tests.KeHoach;

/// <summary>Uploads annexes and answers in their previews, as a browser without JavaScript does.</summary>
internal static class AnnexForms
{
    private const string Page = "/ke-hoach/nhap-tu-excel";

    /// <returns>The preview's address.</returns>
    public static async Task<string> UploadAnnexAsync(this Browser browser, byte[] file)
    {
        var token = (await browser.OpenAsync(Page)).QuerySelectorAll("[name=__RequestVerificationToken]").OfType<IHtmlInputElement>().First().Value;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "File", "phu-luc.xlsx");
        using var answer = await browser.Client.PostAsync(new Uri(Page, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Presses a button of the preview with everything that its form holds, some fields filled in otherwise.</summary>
    public static async Task<HttpResponseMessage> PressAsync(this Browser browser, string preview, string button, params (string Name, string Value)[] fields)
    {
        var page = await browser.OpenAsync(preview);
        var pressed = page.QuerySelectorAll("main button").OfType<IHtmlButtonElement>().First(b => b.TextContent.Contains(button, StringComparison.Ordinal));
        var form = pressed.Form!;
        var given = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var values = form.Elements.Select(ValueOf).OfType<KeyValuePair<string, string>>().Where(v => !given.Contains(v.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        return await browser.Client.PostAsync(new Uri(string.IsNullOrEmpty(action) ? preview : action, UriKind.Relative), new FormUrlEncodedContent(values));
    }

    private static KeyValuePair<string, string>? ValueOf(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Name.Length: > 0, Type: not ("submit" or "file") } input when input.Type is not ("checkbox" or "radio") || input.IsChecked => KeyValuePair.Create(input.Name!, input.Value),
        IHtmlSelectElement { Name.Length: > 0 } select => KeyValuePair.Create(select.Name!, select.Value ?? ""),
        IHtmlTextAreaElement { Name.Length: > 0 } area => KeyValuePair.Create(area.Name!, area.Value),
        _ => null,
    };
}
