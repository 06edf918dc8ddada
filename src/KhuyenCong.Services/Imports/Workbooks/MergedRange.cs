namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>A merged block of cells; its value stands in the first one.</summary>
public readonly record struct MergedRange(CellAddress First, CellAddress Last)
{
    public bool SpansColumns => Last.Column > First.Column;
}
