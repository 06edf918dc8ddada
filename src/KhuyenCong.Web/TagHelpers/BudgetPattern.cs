namespace KhuyenCong.Web.TagHelpers;

/// <summary>The fills of the budget bar as SVG: attributes and classes only, as the content security policy demands.</summary>
internal static class BudgetPattern
{
    private const string Hatch = """patternUnits="userSpaceOnUse" width="6" height="6" patternTransform="rotate(45)"><rect class="fill-tint" width="6" height="6"/><line class="fill-line" x1="1" x2="1" y2="6"/></pattern>""";
    private const string Dots = """patternUnits="userSpaceOnUse" width="6" height="6"><rect class="fill-approved" width="6" height="6"/><circle class="fill-dot" cx="3" cy="3" r=".9"/></pattern>""";

    /// <summary>The patterns that these parts need, their ids made unique by <paramref name="id"/>.</summary>
    public static string Definitions(string id, IReadOnlyList<BudgetSegment> segments)
    {
        var hatch = segments.Any(s => s.Fill == BudgetFill.Contracted) ? $"""<pattern id="{id}h" {Hatch}""" : "";
        var dots = segments.Any(s => s.Fill == BudgetFill.Approved) ? $"""<pattern id="{id}d" {Dots}""" : "";
        return hatch.Length + dots.Length == 0 ? "" : $"<defs>{hatch}{dots}</defs>";
    }

    public static string Fill(BudgetFill fill, string id) => fill switch
    {
        BudgetFill.Disbursed => "class=\"fill-disbursed\"",
        BudgetFill.Contracted => $"fill=\"url(#{id}h)\"",
        BudgetFill.Approved => $"fill=\"url(#{id}d)\"",
        BudgetFill.Free => "class=\"fill-free\"",
        BudgetFill.Over => "class=\"fill-over\"",
    };

    /// <summary>The square before a part's name in the legend.</summary>
    public static string Swatch(BudgetSegment segment, string id) =>
        $"""<svg width="14" height="14" focusable="false">{Definitions(id, [segment])}<rect width="14" height="14" {Fill(segment.Fill, id)}/><rect class="edge" x=".5" y=".5" width="13" height="13"/></svg>""";
}
