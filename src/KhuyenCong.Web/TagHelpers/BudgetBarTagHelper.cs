using System.Globalization;
using System.Text.Encodings.Web;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>
/// One bar of money: <c>&lt;budget-bar caption="…" whole-label="Được giao" segments="parts" /&gt;</c>. The drawing is
/// for the eye; the legend and a table for screen readers hold the same figures.
/// </summary>
[HtmlTargetElement("budget-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class BudgetBarTagHelper(HtmlEncoder encoder) : TagHelper
{
    /// <summary>What the bar is about.</summary>
    public string Caption { get; set; } = "";

    /// <summary>What the bar without the part beyond it stands for, such as "Được giao"; the percentages are of it.</summary>
    public string WholeLabel { get; set; } = "";

    public IReadOnlyList<BudgetSegment> Segments { get; set; } = [];

    /// <summary>The unit of the figures.</summary>
    public AmountUnit Unit { get; set; }

    /// <summary>Leaves the caption to readers where a heading above already says it.</summary>
    public bool CaptionHidden { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var drawn = Segments.Sum(s => s.Amount);
        var whole = drawn - Segments.Where(s => s.Fill == BudgetFill.Over).Sum(s => s.Amount);
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "budget");
        output.Content
            .AppendHtml($"""<figcaption><span{(CaptionHidden ? " class=\"visually-hidden\"" : "")}>{Encode(Caption)}</span>{Whole(whole)}</figcaption>""")
            .AppendHtml(Bar(drawn, "bar-" + context.UniqueId))
            .AppendHtml(Legend(whole, "key-" + context.UniqueId))
            .AppendHtml(Table(whole));
    }

    /// <summary>A part of nothing is neither drawn nor listed.</summary>
    private IEnumerable<BudgetSegment> Parts => Segments.Where(s => s.Amount > Vnd.Zero);

    private string Whole(Vnd whole) => WholeLabel.Length == 0
        ? ""
        : $"""<span class="whole">{Encode(WholeLabel)} <span class="vnd">{Encode(Amount(whole))}</span>{(whole.IsZero ? "" : " = 100 %")}</span>""";

    private HtmlString Bar(Vnd drawn, string id)
    {
        var shapes = new List<string>();
        var from = Vnd.Zero;
        foreach (var part in Parts)
        {
            shapes.Add($"""<rect x="{Percent(from, drawn)}" width="{Percent(part.Amount, drawn)}" height="100%" {BudgetPattern.Fill(part.Fill, id)}/>""");
            if (!from.IsZero) shapes.Add($"""<line class="edge" x1="{Percent(from, drawn)}" x2="{Percent(from, drawn)}" y2="100%"/>""");
            from += part.Amount;
        }

        return new($"""<svg class="bar" width="100%" height="18" aria-hidden="true" focusable="false">{BudgetPattern.Definitions(id, [.. Parts])}{string.Concat(shapes)}</svg>""");
    }

    private HtmlString Legend(Vnd whole, string id) => new($"""<ul class="legend" aria-hidden="true">{string.Concat(Parts.Select((part, index) =>
        $"""<li>{BudgetPattern.Swatch(part, id + index)}<span>{Encode(part.Label)} <span class="vnd">{Encode(Amount(part.Amount))}</span> <span class="quiet">{Encode(Share.Of(part.Amount, whole).ToString())}</span></span></li>"""))}</ul>""");

    private HtmlString Table(Vnd whole) => new($"""<table class="visually-hidden"><caption>{Encode(Caption)}</caption><thead><tr><th scope="col">Phần</th><th scope="col">Số tiền</th><th scope="col">Tỷ lệ trên tổng</th></tr></thead><tbody>{string.Concat(Parts.Select(part =>
        $"""<tr><th scope="row">{Encode(part.Label)}</th><td>{Encode(Amount(part.Amount))}</td><td>{Encode(Share.Of(part.Amount, whole).ToString())}</td></tr>"""))}<tr><th scope="row">{Encode(WholeLabel.Length == 0 ? "Cộng" : WholeLabel)}</th><td>{Encode(Amount(whole))}</td><td>{Share.Of(whole, whole)}</td></tr></tbody></table>""");

    private string Amount(Vnd amount) => VndFormat.WithUnit(Unit, amount);

    private string Encode(string text) => encoder.Encode(text);

    private static string Percent(Vnd part, Vnd whole) =>
        Math.Round(part.Dong * 100m / whole.Dong, 3).ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
