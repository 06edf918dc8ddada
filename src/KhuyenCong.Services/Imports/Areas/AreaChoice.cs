namespace KhuyenCong.Services.Imports.Areas;

/// <summary>The area a person chose for a cell: the whole province, units valid on the day, or as he typed it.</summary>
public sealed record AreaChoice(bool WholeProvince, IReadOnlyList<int> UnitIds)
{
    public static readonly AreaChoice Whole = new(true, []);

    /// <summary>What was typed, read as the cell itself would be; null where units were chosen.</summary>
    public string? Text { get; init; }

    public static AreaChoice Of(params int[] unitIds) => new(false, unitIds);

    public static AreaChoice Typed(string text) => new(false, []) { Text = text };
}
