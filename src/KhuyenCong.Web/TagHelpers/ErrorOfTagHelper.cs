using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>
/// A control, or a group of them, that <c>&lt;field&gt;</c> does not write is marked where it is wrong: <c>error-of="Input.Roles"</c>. It is where
/// the error summary leads, unless it has an id of its own: then something around it is.
/// </summary>
[HtmlTargetElement("input", Attributes = "error-of", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = "error-of")]
[HtmlTargetElement("textarea", Attributes = "error-of")]
[HtmlTargetElement("fieldset", Attributes = "error-of")]
[HtmlTargetElement("div", Attributes = "error-of")]
public sealed class ErrorOfTagHelper : TagHelper
{
    /// <summary>After asp-for, which may give the id.</summary>
    public override int Order => 1000;

    /// <summary>The key of the errors; empty where this is not what was sent.</summary>
    public string ErrorOf { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ErrorOf.Length == 0) return;
        var errors = FieldErrors.Of(ViewContext, ErrorOf);
        var isGroup = output.TagName is "fieldset" or "div";
        if (!output.Attributes.ContainsName("id")) output.Attributes.SetAttribute("id", errors.Id);

        // The summary's link moves the focus to what can take it.
        if (isGroup) output.Attributes.SetAttribute("tabindex", "-1");
        if (!errors.Any) return;
        if (!isGroup || output.Attributes["role"]?.Value?.ToString() == "radiogroup") output.Attributes.SetAttribute("aria-invalid", "true");
        var described = output.Attributes["aria-describedby"]?.Value?.ToString();
        output.Attributes.SetAttribute("aria-describedby", string.IsNullOrEmpty(described) ? errors.MessageId : $"{described} {errors.MessageId}");
    }
}
