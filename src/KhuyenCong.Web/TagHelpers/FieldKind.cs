namespace KhuyenCong.Web.TagHelpers;

/// <summary>The kinds of fields of a form.</summary>
public enum FieldKind
{
    /// <summary>By the property's type: amount, date, whole number, yes or no, file, else text.</summary>
    Auto,
    Text,
    Money,
    Date,
    Month,
    Number,
    Select,
    Textarea,
    Password,
    Email,
    File,
    Checkbox,
}
