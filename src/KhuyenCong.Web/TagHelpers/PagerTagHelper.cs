using System.Globalization;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>
/// Links to the pages of a list, the filters kept: <c>&lt;pager page="Model.PageNumber" page-size="50" total="Model.Total" /&gt;</c>.
/// Writes nothing when everything is on one page.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>The number of the page shown, from 1.</summary>
    public int Page { get; set; } = 1;

    public int PageSize { get; set; } = 50;

    /// <summary>How many rows there are on all pages.</summary>
    public int Total { get; set; }

    /// <summary>The name of the query parameter.</summary>
    public string Parameter { get; set; } = "trang";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var last = Math.Max(1, (Total + PageSize - 1) / PageSize);
        if (last == 1)
        {
            output.SuppressOutput();
            return;
        }

        var page = Math.Clamp(Page, 1, last);
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Trang");
        output.Content.AppendHtml("<p>").Append($"{VndFormat.Count(((page - 1) * (long)PageSize) + 1)}–{VndFormat.Count(Math.Min((long)page * PageSize, Total))} trong {VndFormat.Count(Total)}").AppendHtml("</p><ul>");
        if (page > 1) Link(output, page - 1, "Trước", "prev");
        var before = 0;
        foreach (var number in Shown(page, last))
        {
            if (number > before + 1) output.Content.AppendHtml("""<li><span class="gap">…</span></li>""");
            if (number == page) output.Content.AppendHtml($"""<li><span class="here" aria-current="page"><span class="visually-hidden">Trang </span>{number.ToString(CultureInfo.InvariantCulture)}</span></li>""");
            else Link(output, number, number.ToString(CultureInfo.InvariantCulture), null);
            before = number;
        }

        if (page < last) Link(output, page + 1, "Sau", "next");
        output.Content.AppendHtml("</ul>");
    }

    private static IEnumerable<int> Shown(int page, int last) =>
        Enumerable.Range(1, last).Where(n => n == 1 || n == last || Math.Abs(n - page) <= 2);

    private void Link(TagHelperOutput output, int number, string text, string? rel)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = CurrentQuery.With(ViewContext.HttpContext.Request, Parameter, number == 1 ? null : number.ToString(CultureInfo.InvariantCulture));
        if (rel is not null) link.Attributes["rel"] = rel;
        else link.Attributes["aria-label"] = "Trang " + text;
        link.InnerHtml.Append(text);
        output.Content.AppendHtml("<li>").AppendHtml(link).AppendHtml("</li>");
    }
}
