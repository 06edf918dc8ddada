namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>A row that holds at least one value; cells in column order.</summary>
public sealed record SheetRow(int Number, bool Hidden, IReadOnlyList<SheetCell> Cells)
{
    public SheetCell? At(int column)
    {
        foreach (var cell in Cells)
        {
            if (cell.Address.Column == column) return cell;
        }

        return null;
    }
}
