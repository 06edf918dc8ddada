using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.Tests.TagHelpers;

/// <summary>Runs one tag helper and reads what it wrote.</summary>
internal static class Rendered
{
    public static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task<string> HtmlAsync(TagHelper helper, string inner = "", params (string Name, object Value)[] attributes)
    {
        var list = new TagHelperAttributeList(attributes.Select(a => new TagHelperAttribute(a.Name, a.Value)));
        var context = new TagHelperContext("x", list, new Dictionary<object, object>(), "7");
        var output = new TagHelperOutput("x", list, (_, _) =>
            Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(inner)));
        await helper.ProcessAsync(context, output);
        await using var writer = new StringWriter();
        output.WriteTo(writer, Encoder);
        return writer.ToString();
    }

    public static async Task<IElement> ElementAsync(TagHelper helper, string inner = "", params (string Name, object Value)[] attributes)
    {
        var html = await HtmlAsync(helper, inner, attributes);
        var isHead = html.StartsWith("<th", StringComparison.Ordinal);
        var document = await new HtmlParser().ParseDocumentAsync(isHead ? $"<table><tr>{html}</tr></table>" : html);
        return isHead ? document.QuerySelector("th")! : document.Body!.FirstElementChild!;
    }

    public static ViewContext View(string address = "/de-an", IServiceProvider? services = null)
    {
        var uri = new Uri("http://x" + address);
        var http = new DefaultHttpContext { RequestServices = services ?? new NoServices() };
        http.Request.Path = uri.AbsolutePath;
        http.Request.QueryString = new QueryString(uri.Query);
        return new ViewContext
        {
            HttpContext = http,
            ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()),
        };
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
