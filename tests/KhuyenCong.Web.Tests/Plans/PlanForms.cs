using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;

namespace KhuyenCong.Web.Tests.Plans;

/// <summary>Forms with selects, text areas and files, sent as a browser without JavaScript sends them.</summary>
internal static class PlanForms
{
    /// <summary>Opens the page and sends the form that holds the button, with some fields filled in otherwise.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="path">The page.</param>
    /// <param name="button">The words of the button.</param>
    /// <param name="fields">Fields by name; null leaves a field out.</param>
    public static async Task<HttpResponseMessage> SendAsync(this Browser browser, string path, string button, params (string Name, string? Value)[] fields) =>
        await browser.SendAsync(await browser.OpenAsync(path), path, button, null, fields);

    public static async Task<HttpResponseMessage> SendAsync(
        this Browser browser, IHtmlDocument page, string path, string button, string? pdf, params (string Name, string? Value)[] fields)
    {
        var pressed = page.QuerySelectorAll("main button").OfType<IHtmlButtonElement>().First(b => b.TextContent.Contains(button, StringComparison.Ordinal));
        var form = pressed.Form ?? throw new InvalidOperationException($"«{button}» sends no form.");
        var given = fields.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        List<KeyValuePair<string, string>> values =
        [
            .. form.Elements.Select(ValueOf).OfType<KeyValuePair<string, string>>().Where(v => !given.ContainsKey(v.Key)),
            .. given.Where(g => g.Value is not null).Select(g => KeyValuePair.Create(g.Key, g.Value!)),
        ];
        if (pressed.Name is { Length: > 0 } name) values.Add(KeyValuePair.Create(name, pressed.Value));
        var action = form.GetAttribute("action");
        return await browser.Client.PostAsync(
            new Uri(action is { Length: > 0 } ? action : path, UriKind.Relative),
            form.GetAttribute("enctype") == "multipart/form-data" ? Multipart(values, pdf, form) : new FormUrlEncodedContent(values));
    }

    private static KeyValuePair<string, string>? ValueOf(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Name.Length: > 0, Type: not ("submit" or "file") } input when input.Type is not ("checkbox" or "radio") || input.IsChecked => KeyValuePair.Create(input.Name!, input.Value),
        IHtmlSelectElement { Name.Length: > 0 } select => KeyValuePair.Create(select.Name!, select.Value ?? ""),
        IHtmlTextAreaElement { Name.Length: > 0 } area => KeyValuePair.Create(area.Name!, area.Value),
        _ => null,
    };

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> values, string? pdf, IHtmlFormElement form)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values) content.Add(new StringContent(value), name);
        if (pdf is null) return content;
        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "file"))
        {
            var file = new ByteArrayContent(Encoding.UTF8.GetBytes(pdf));
            file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            content.Add(file, input.Name!, "quyet-dinh.pdf");
        }

        return content;
    }
}
