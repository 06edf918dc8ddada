using System.Globalization;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>An instant kept in UTC, shown in Vietnam's time: <c>&lt;vn-instant value="entry.At" /&gt;</c>.</summary>
[HtmlTargetElement("vn-instant", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VnInstantTagHelper : TagHelper
{
    /// <summary>UTC.</summary>
    public DateTime? Value { get; set; }

    /// <summary>Shows the day only, with the time on hover.</summary>
    public bool DayOnly { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Value is null ? "span" : "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is not { } utc)
        {
            output.Content.SetContent("–");
            return;
        }

        output.Attributes.SetAttribute("datetime", utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        if (DayOnly) output.Attributes.SetAttribute("title", ViDates.Instant(utc));
        output.Content.SetContent(DayOnly ? ViDates.Day(ViDates.DayOf(utc)) : ViDates.Instant(utc));
    }
}
