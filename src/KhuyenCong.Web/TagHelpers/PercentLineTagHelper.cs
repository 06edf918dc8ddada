using System.Globalization;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>
/// Percent of the work over time, drawn small, with its figures in a table below: <c>&lt;percent-line points="…" /&gt;</c>.
/// Writes nothing below two points: there is no line then, and what stands beside it tells the one report.
/// </summary>
[HtmlTargetElement("percent-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PercentLineTagHelper : TagHelper
{
    private const decimal Left = 40;
    private const decimal Top = 12;
    private const decimal Width = 384;
    private const decimal Height = 84;

    /// <summary>The reports, oldest first.</summary>
    public IReadOnlyList<PercentPoint> Points { get; set; } = [];

    public string Caption { get; set; } = "Tiến độ theo thời gian";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Points.Count < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "percent-line");
        output.Content.AppendHtml("""<figcaption class="visually-hidden">""").Append(Caption).AppendHtml("</figcaption>")
            .AppendHtml(Drawing())
            .AppendHtml("""<details class="figures"><summary>Xem số liệu</summary><table class="data"><caption>""").Append(Caption)
            .AppendHtml("""</caption><thead><tr><th scope="col">Ngày</th><th scope="col" class="num">Tiến độ (%)</th></tr></thead><tbody>""");
        foreach (var point in Points)
        {
            output.Content.AppendHtml($"""<tr><th scope="row">{ViDates.Day(point.Day)}</th><td class="num">{Number(point.Percent)}</td></tr>""");
        }

        output.Content.AppendHtml("</tbody></table></details>");
    }

    private HtmlString Drawing()
    {
        var grid = string.Concat(new[] { 0, 50, 100 }.Select(p =>
            $"""<line class="grid" x1="{Number(Left)}" x2="{Number(Left + Width)}" y1="{Number(Y(p))}" y2="{Number(Y(p))}"/><text x="{Number(Left - 6)}" y="{Number(Y(p) + 4)}" text-anchor="end">{p} %</text>"""));
        var line = string.Join(' ', Points.Select(p => $"{Number(X(p.Day))},{Number(Y(p.Percent))}"));
        var dots = string.Concat(Points.Select(p => $"""<circle class="dot" cx="{Number(X(p.Day))}" cy="{Number(Y(p.Percent))}" r="3.5"/>"""));
        var last = Points[^1];
        var days = $"""<text x="{Number(Left)}" y="{Number(Top + Height + 18)}">{ViDates.Day(Points[0].Day)}</text>""";
        days += $"""<text x="{Number(Left + Width)}" y="{Number(Top + Height + 18)}" text-anchor="end">{ViDates.Day(last.Day)}</text>""";
        var now = $"""<text class="now" x="{Number(X(last.Day) + 8)}" y="{Number(Y(last.Percent) + 4)}">{last.Percent} %</text>""";
        return new($"""<svg viewBox="0 0 472 120" aria-hidden="true" focusable="false">{grid}<polyline class="line" points="{line}"/>{dots}{days}{now}</svg>""");
    }

    private decimal X(DateOnly day)
    {
        var span = Points[^1].Day.DayNumber - Points[0].Day.DayNumber;
        return span == 0 ? Left : Left + (Width * (day.DayNumber - Points[0].Day.DayNumber) / span);
    }

    private static decimal Y(int percent) => Top + (Height * (100 - percent) / 100);

    private static string Number(decimal number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
