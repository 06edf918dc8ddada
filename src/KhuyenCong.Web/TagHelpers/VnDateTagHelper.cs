using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>A legal date: <c>&lt;vn-date value="decision.IssuedOn" unknown="ngày chưa rõ" /&gt;</c>.</summary>
[HtmlTargetElement("vn-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VnDateTagHelper : TagHelper
{
    public DateOnly? Value { get; set; }

    /// <summary>What stands where no date is known.</summary>
    public string Unknown { get; set; } = "–";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Value is null ? "span" : "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is { } day) output.Attributes.SetAttribute("datetime", day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        output.Content.SetContent(Value is { } date ? ViDates.Day(date) : Unknown);
    }
}
