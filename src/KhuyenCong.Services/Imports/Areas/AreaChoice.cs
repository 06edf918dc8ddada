namespace KhuyenCong.Services.Imports.Areas;

/// <summary>The area a person chose for a cell: the whole province, or units valid on the day.</summary>
public sealed record AreaChoice(bool WholeProvince, IReadOnlyList<int> UnitIds)
{
    public static readonly AreaChoice Whole = new(true, []);

    public static AreaChoice Of(params int[] unitIds) => new(false, unitIds);
}
