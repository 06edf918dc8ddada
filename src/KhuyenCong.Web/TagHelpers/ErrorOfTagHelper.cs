using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>Binds a control, or a group of boxes, to what <see cref="FieldErrorTagHelper"/> says of it.</summary>
[HtmlTargetElement("input", Attributes = "error-of", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = "error-of")]
[HtmlTargetElement("fieldset", Attributes = "error-of")]
[HtmlTargetElement("div", Attributes = "error-of")]
public sealed class ErrorOfTagHelper : TagHelper
{
    /// <summary>The key of the field's errors.</summary>
    public string ErrorOf { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (FieldErrorTagHelper.Errors(ViewContext.ModelState, ErrorOf).Count == 0) return;
        if (output.TagName is "fieldset" or "div")
        {
            // A frame around controls shows that something in it is wrong; being invalid is a control's own.
            output.Attributes.SetAttribute("class", $"{output.Attributes["class"]?.Value} field-wrong".Trim());
            if (output.TagName == "div") return;
        }
        else
        {
            output.Attributes.SetAttribute("aria-invalid", "true");
        }

        output.Attributes.SetAttribute("aria-describedby", FieldErrorTagHelper.IdOf(ErrorOf));
    }
}
