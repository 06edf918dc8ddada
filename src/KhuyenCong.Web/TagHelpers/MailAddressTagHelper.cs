using Microsoft.AspNetCore.Razor.TagHelpers;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>An address of mail that breaks, where it must, behind its «@»: <c>&lt;mail-address value="account.Email" /&gt;</c>.</summary>
[HtmlTargetElement("mail-address", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MailAddressTagHelper : TagHelper
{
    public string Value { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var at = Value.IndexOf('@', StringComparison.Ordinal) + 1;
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.Append(Value[..at]).AppendHtml("<wbr>").Append(Value[at..]);
    }
}
