using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>
/// A whole field: label, hint, error, control. <c>&lt;field for="Input.Name" label="Tên đề án" hint="Như trong phụ lục" /&gt;</c>.
/// <c>required</c> and <c>maxlength</c> come from the request's own validator. Attributes that start with
/// <c>data-</c> or <c>autocomplete</c>, <c>readonly</c>, <c>accept</c>, <c>min</c>, <c>max</c>, <c>inputmode</c> go to the control.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    /// <summary>What helps before typing, under the label.</summary>
    public string? Hint { get; set; }

    /// <summary>The kind of control; chosen by the property's type unless told.</summary>
    public FieldKind Kind { get; set; }

    /// <summary>The choices of a select.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The first, empty choice of a select; null for none.</summary>
    public string? Choose { get; set; } = "Chọn…";

    /// <summary>The lines of a textarea.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>What stands in brackets behind the label of a field that may stay empty for now.</summary>
    public string Optional { get; set; } = "không bắt buộc";

    /// <summary>Overrides what the validator says.</summary>
    public bool? Required { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var errors = FieldErrors.Of(ViewContext, name);
        var id = errors.Id;
        var rules = FieldRules.Find(ViewContext.HttpContext.RequestServices, For.Metadata.ContainerType, For.Metadata.PropertyName);
        var required = Required ?? rules?.IsRequired ?? false;
        var control = new FieldControl(KindOf(), name, id, Value(ViewContext.ModelState.GetValueOrDefault(name)), required, rules?.MaxLength)
        {
            Items = Items, Choose = Choose, Rows = Rows, IsWrong = errors.Any,
            DescribedBy = string.Join(' ', new[] { Hint is null ? null : id + "_goi_y", errors.Any ? errors.MessageId : null }.Where(x => x is not null)),
            Passed = output.Attributes.Where(a => a.Name != "class").ToList(),
        };

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "field");
        var label = LabelTag(id, isOptional: !required && Required is null && rules is { MayBeRequired: false } && control.Kind != FieldKind.Checkbox);
        if (control.Kind == FieldKind.Checkbox)
        {
            Explain(output, id, errors);
            output.Content.AppendHtml("""<div class="check">""").AppendHtml(control.Render()).AppendHtml(label).AppendHtml("</div>");
            return;
        }

        output.Content.AppendHtml(label);
        Explain(output, id, errors);
        output.Content.AppendHtml(control.Render());
    }

    private FieldKind KindOf() => Kind switch
    {
        not FieldKind.Auto => Kind,
        _ when Items is not null => FieldKind.Select,
        _ => FieldControl.KindOf(For.Metadata.UnderlyingOrModelType),
    };

    // What was typed stays after an error, even when it could not be read.
    private string? Value(ModelStateEntry? entry) => entry?.AttemptedValue ?? FieldControl.Text(For.Model, KindOf());

    private TagBuilder LabelTag(string id, bool isOptional)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (isOptional) label.InnerHtml.AppendHtml(""" <span class="optional">""").Append($"({Optional})").AppendHtml("</span>");
        return label;
    }

    private void Explain(TagHelperOutput output, string id, FieldErrors errors)
    {
        if (Hint is not null) output.Content.AppendHtml($"""<p class="hint" id="{id}_goi_y">""").Append(Hint).AppendHtml("</p>");
        if (errors.Message() is { } message) output.Content.AppendHtml(message);
    }
}
