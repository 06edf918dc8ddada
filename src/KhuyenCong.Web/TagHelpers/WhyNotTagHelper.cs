using KhuyenCong.Domain;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>
/// What stands between its tags (the form with its button) when nothing is in the way; else the same button, disabled,
/// with every reason: <c>&lt;why-not refusals="Model.WhyNotSubmit" label="Trình kế hoạch"&gt;…&lt;/why-not&gt;</c>.
/// </summary>
[HtmlTargetElement("why-not")]
public sealed class WhyNotTagHelper : TagHelper
{
    public IReadOnlyList<Refusal> Refusals { get; set; } = [];

    /// <summary>The words of the button.</summary>
    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (Refusals.Count == 0)
        {
            output.TagName = null;
            output.Content.SetHtmlContent(await output.GetChildContentAsync());
            return;
        }

        var id = "why-" + context.UniqueId;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "why-not");
        output.Content
            .AppendHtml($"""<button type="button" class="btn btn-secondary" aria-disabled="true" aria-describedby="{id}">""").Append(Label)
            .AppendHtml($"""</button><div class="why-not-reasons" id="{id}"><p>Chưa thực hiện được vì:</p><ul>""");
        foreach (var sentence in RefusalText.Of(Refusals)) output.Content.AppendHtml("<li>").Append(sentence).AppendHtml("</li>");
        output.Content.AppendHtml("</ul></div>");
    }
}
