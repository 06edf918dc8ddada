using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.TagHelpers;

/// <summary>What is wrong with one field, as its control, its message and the error summary name it alike.</summary>
internal sealed record FieldErrors(string Id, IReadOnlyList<string> Messages)
{
    public bool Any => Messages.Count > 0;

    /// <summary>The id of the message that stands at the field.</summary>
    public string MessageId => Id + "_loi";

    /// <summary>Reads the errors under a key of the model state; the error summary leads to the same id.</summary>
    public static FieldErrors Of(ViewContext view, string key) => new(
        TagBuilder.CreateSanitizedId(key, "_"),
        view.ModelState.GetValueOrDefault(key)?.Errors.Select(e => e.ErrorMessage).Where(m => m.Length > 0).Distinct(StringComparer.Ordinal).ToList() ?? []);

    /// <summary>The message as it stands at the field; nothing where nothing is wrong.</summary>
    public TagBuilder? Message()
    {
        if (!Any) return null;
        var message = new TagBuilder("p");
        message.AddCssClass("field-error");
        message.Attributes["id"] = MessageId;
        message.InnerHtml.Append("✕ " + string.Join(' ', Messages));
        return message;
    }
}
