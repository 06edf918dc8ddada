using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>
/// A column's head that sorts: <c>&lt;sort-link key="ten" current="@Model.Sort"&gt;Tên đề án&lt;/sort-link&gt;</c> writes
/// the whole <c>th</c>. In the address it is <c>?sap-xep=ten</c>, or <c>-ten</c> for the other direction.
/// </summary>
[HtmlTargetElement("sort-link")]
public sealed class SortLinkTagHelper : TagHelper
{
    private const string Up = """<svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><path d="M5 1l4 7H1z" fill="currentColor"/></svg>""";
    private const string Down = """<svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><path d="M5 9L1 2h8z" fill="currentColor"/></svg>""";

    /// <summary>The column's name in the address.</summary>
    public string Key { get; set; } = "";

    /// <summary>The order shown now: a key, with "-" before it when descending.</summary>
    public string? Current { get; set; }

    /// <summary>Largest or latest first at the first click.</summary>
    public bool DescendingFirst { get; set; }

    /// <summary>The name of the query parameter.</summary>
    public string Parameter { get; set; } = "sap-xep";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var text = await output.GetChildContentAsync();
        var (isUp, isDown) = (Current == Key, Current == "-" + Key);
        var next = isUp || (!isDown && DescendingFirst) ? "-" + Key : Key;
        output.TagName = "th";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("scope", "col");
        if (isUp || isDown) output.Attributes.SetAttribute("aria-sort", isUp ? "ascending" : "descending");
        var link = new TagBuilder("a");
        link.Attributes["href"] = CurrentQuery.With(ViewContext.HttpContext.Request, Parameter, next, "trang");
        link.InnerHtml.AppendHtml(text);
        if (isUp || isDown) link.InnerHtml.AppendHtml(isUp ? Up : Down);
        output.Content.SetHtmlContent(link);
    }
}
