using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>The message of a field that <c>&lt;field&gt;</c> does not write: <c>&lt;field-error of="Input.Roles" /&gt;</c>, before the control that is <c>error-of</c> it.</summary>
[HtmlTargetElement("field-error", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldErrorTagHelper : TagHelper
{
    /// <summary>The key of the errors; empty for none.</summary>
    public string Of { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Of.Length > 0 && FieldErrors.Of(ViewContext, Of).Message() is { } message) output.Content.SetHtmlContent(message);
    }
}
