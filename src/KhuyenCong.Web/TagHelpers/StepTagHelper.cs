using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>
/// A step within <c>&lt;ol class="timeline"&gt;</c>: <c>&lt;step state="Done" label="Phê duyệt"&gt;38/QĐ-SCT&lt;/step&gt;</c>.
/// </summary>
[HtmlTargetElement("step")]
public sealed class StepTagHelper : TagHelper
{
    public StepState State { get; set; }

    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var note = await output.GetChildContentAsync();
        var (css, tone, word) = State switch
        {
            StepState.Done => ("step-done", StatusTone.Done, "đã xong"),
            StepState.Now => ("step-now", StatusTone.Fine, "đang ở bước này"),
            StepState.Ahead => ("step-ahead", StatusTone.Quiet, "chưa đến"),
        };
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", css);
        if (State == StepState.Now) output.Attributes.SetAttribute("aria-current", "step");
        output.Content.SetHtmlContent(StatusShape.Svg(tone)).AppendHtml("""<span class="step-name">""").Append(Label)
            .AppendHtml($"""<span class="visually-hidden"> ({word})</span></span>""");
        if (!note.IsEmptyOrWhiteSpace) output.Content.AppendHtml("""<span class="step-note">""").AppendHtml(note).AppendHtml("</span>");
    }
}
