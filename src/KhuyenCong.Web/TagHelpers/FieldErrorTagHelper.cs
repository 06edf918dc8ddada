using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>
/// What is wrong with a control that is no <c>field</c>: <c>&lt;field-error of="tu" /&gt;</c> writes the sentences, if there
/// are any, and <c>error-of="tu"</c> on the control binds it to them.
/// </summary>
[HtmlTargetElement("field-error", Attributes = "of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldErrorTagHelper : TagHelper
{
    /// <summary>The key of the field's errors.</summary>
    public string Of { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Errors(ViewContext.ModelState, Of) is not { Count: > 0 } errors)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field-error");
        output.Attributes.SetAttribute("id", IdOf(Of));
        output.Content.Append("✕ " + string.Join(' ', errors));
    }

    internal static List<string> Errors(ModelStateDictionary state, string key) =>
        state.GetValueOrDefault(key)?.Errors.Select(e => e.ErrorMessage).Where(m => m.Length > 0).Distinct(StringComparer.Ordinal).ToList() ?? [];

    internal static string IdOf(string key) => TagBuilder.CreateSanitizedId(key, "_") + "_loi";
}
