namespace KhuyenCong.Services.Imports.Categories;

/// <summary>An activity category as annexes may title it; any key phrase contained in a title settles it.</summary>
public sealed record CategoryName(string Code, string Title, IReadOnlyList<string> KeyPhrases)
{
    public CategoryName(string code, string title)
        : this(code, title, [])
    {
    }
}
