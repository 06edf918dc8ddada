using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>An amount: <c>&lt;vnd value="Model.Total" show-unit /&gt;</c>. Nothing known is a dash.</summary>
[HtmlTargetElement("vnd", TagStructure = TagStructure.WithoutEndTag)]
public sealed class VndTagHelper : TagHelper
{
    public Vnd? Value { get; set; }

    /// <summary>The unit of the table it stands in; đồng unless told.</summary>
    public AmountUnit Unit { get; set; }

    /// <summary>Writes the unit behind the amount, where no head of a column names it.</summary>
    public bool ShowUnit { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "vnd");
        output.Content.SetContent(Text());
    }

    private string Text() => Value switch
    {
        null => Share.None,
        { } amount => ShowUnit ? VndFormat.WithUnit(Unit, amount) : VndFormat.In(Unit, amount),
    };
}
