using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>The control of a field: input, select or textarea with its attributes.</summary>
internal sealed record FieldControl(FieldKind Kind, string Name, string Id, string? Value, bool IsRequired, int? MaxLength)
{
    public IEnumerable<SelectListItem>? Items { get; init; }

    public string? Choose { get; init; }

    public int Rows { get; init; }

    public bool IsWrong { get; init; }

    public string DescribedBy { get; init; } = "";

    public IReadOnlyList<TagHelperAttribute> Passed { get; init; } = [];

    public static FieldKind KindOf(Type type)
    {
        if (type == typeof(Vnd)) return FieldKind.Money;
        if (type == typeof(DateOnly)) return FieldKind.Date;
        if (type == typeof(bool)) return FieldKind.Checkbox;
        if (type == typeof(int)) return FieldKind.Number;
        return typeof(IFormFile).IsAssignableFrom(type) ? FieldKind.File : FieldKind.Text;
    }

    /// <summary>A value as the control holds it.</summary>
    public static string? Text(object? model, FieldKind kind) => model switch
    {
        null => null,
        Vnd amount => VndFormat.Dong(amount),
        long amount when kind == FieldKind.Money => VndFormat.Dong(new Vnd(amount)),
        DateOnly day => kind == FieldKind.Month ? ViDates.Month(day) : ViDates.Day(day),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => model.ToString(),
    };

    public IHtmlContent Render() => Kind switch
    {
        FieldKind.Select => Select(),
        FieldKind.Textarea => Textarea(),
        FieldKind.Money => Money(),
        FieldKind.Checkbox => Checkbox(),
        _ => Input(),
    };

    private TagBuilder Tag(string element, string css)
    {
        var tag = new TagBuilder(element);
        tag.Attributes["id"] = Id;
        tag.Attributes["name"] = Name;
        if (css.Length > 0) tag.AddCssClass(css);
        if (IsRequired) tag.Attributes["required"] = "";
        if (IsWrong) tag.Attributes["aria-invalid"] = "true";
        if (DescribedBy.Length > 0) tag.Attributes["aria-describedby"] = DescribedBy;
        foreach (var attribute in Passed) tag.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        return tag;
    }

    private TagBuilder Input()
    {
        var (type, css) = Kind switch
        {
            // A native date field shows dates in the browser's own language; papers and this portal write dd/MM/yyyy.
            FieldKind.Date => ("text", "form-control field-date"),
            FieldKind.Month => ("text", "form-control field-month"),
            FieldKind.Number => ("text", "form-control field-number"),
            FieldKind.Password => ("password", "form-control"),
            FieldKind.Email => ("email", "form-control"),
            FieldKind.File => ("file", "form-control"),
            _ => ("text", "form-control"),
        };
        var input = Tag("input", css);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = type;
        if (Kind is FieldKind.Date or FieldKind.Month)
        {
            input.Attributes.TryAdd("placeholder", Kind == FieldKind.Date ? "ngày/tháng/năm" : "tháng/năm");
            input.Attributes.TryAdd("autocomplete", "off");
            input.Attributes.TryAdd("maxlength", "10");
        }

        if (Kind == FieldKind.Number) input.Attributes.TryAdd("inputmode", "numeric");
        if (MaxLength is { } most && Kind is FieldKind.Text or FieldKind.Email or FieldKind.Password) input.Attributes["maxlength"] = most.ToString(CultureInfo.InvariantCulture);

        // A browser never sends a password or a file back to be shown.
        if (Value is not null && Kind is not (FieldKind.Password or FieldKind.File)) input.Attributes["value"] = Value;
        return input;
    }

    private IHtmlContent Money()
    {
        var input = Tag("input", "form-control");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = "text";
        input.Attributes["inputmode"] = "numeric";
        input.Attributes["autocomplete"] = "off";
        input.Attributes["data-money"] = "";
        if (Value is not null) input.Attributes["value"] = Value;
        return new HtmlContentBuilder().AppendHtml("""<div class="field-money">""").AppendHtml(input)
            .AppendHtml($"""<span aria-hidden="true">đồng</span><output id="{Id}_doc" for="{Id}" aria-live="off"></output></div>""");
    }

    private TagBuilder Textarea()
    {
        var area = Tag("textarea", "form-control");
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        if (MaxLength is { } most) area.Attributes["maxlength"] = most.ToString(CultureInfo.InvariantCulture);

        // The first line break after the tag is not part of the text.
        area.InnerHtml.AppendHtml("\n").Append(Value ?? "");
        return area;
    }

    private TagBuilder Select()
    {
        var select = Tag("select", "form-select");
        if (Choose is not null) select.InnerHtml.AppendHtml("""<option value="">""").Append(Choose).AppendHtml("</option>");
        foreach (var item in Items ?? [])
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value;
            if (Value is null ? item.Selected : string.Equals(item.Value, Value, StringComparison.Ordinal)) option.Attributes["selected"] = "";
            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private TagBuilder Checkbox()
    {
        var box = Tag("input", "");
        box.TagRenderMode = TagRenderMode.SelfClosing;
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        if (Value?.Split(',')[0] is "True" or "true") box.Attributes["checked"] = "";
        return box;
    }
}
