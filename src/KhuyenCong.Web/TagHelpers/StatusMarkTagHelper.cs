using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>
/// A status as a shape and its word: <c>&lt;status-mark plan-status="plan.Status" /&gt;</c>; any other state by
/// <c>tone</c> and <c>text</c>. What stands between the tags follows the word.
/// </summary>
[HtmlTargetElement("status-mark")]
public sealed class StatusMarkTagHelper : TagHelper
{
    public PlanStatus? PlanStatus { get; set; }

    public ProjectStatus? ProjectStatus { get; set; }

    public AppraisalVerdict? Verdict { get; set; }

    public StatusTone Tone { get; set; }

    public string Text { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rest = await output.GetChildContentAsync();
        var (tone, word) = Mark();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", StatusShape.Css(tone));
        output.Content.SetHtmlContent(StatusShape.Svg(tone)).AppendHtml("<span>").Append(word);
        if (!rest.IsEmptyOrWhiteSpace) output.Content.Append(" ").AppendHtml(rest);
        output.Content.AppendHtml("</span>");
    }

    private (StatusTone Tone, string Word) Mark()
    {
        if (PlanStatus is { } plan) return (StatusShape.Of(plan), StatusText.Of(plan));
        if (ProjectStatus is { } project) return (StatusShape.Of(project), StatusText.Of(project));
        return Verdict is { } verdict ? (StatusShape.Of(verdict), StatusText.Of(verdict)) : (Tone, Text);
    }
}
