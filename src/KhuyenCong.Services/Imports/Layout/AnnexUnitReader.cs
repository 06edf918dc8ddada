using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>Finds the unit of the amounts: in a line "Đơn vị tính: …" above the table, or in the header itself.</summary>
internal static class AnnexUnitReader
{
    /// <summary>All different units stated, with the cell of the first; none or several is a question.</summary>
    public static (IReadOnlyList<MoneyUnit> Units, CellAddress? Cell) Read(AnnexGrid grid, AnnexLayout layout)
    {
        var units = new List<MoneyUnit>();
        CellAddress? first = null;
        foreach (var row in grid.Sheet.Rows.Where(r => r.Number < layout.HeaderRow))
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var folded = VietnameseText.Fold(row.Cells[i].Raw).Trim();
                if (folded.Length > 200 || !AnnexLabels.SpeaksOfUnit(folded)) continue;
                var here = AnnexLabels.Units(folded).ToList();
                if (here.Count == 0 && i + 1 < row.Cells.Count) here = [.. AnnexLabels.Units(VietnameseText.Fold(row.Cells[i + 1].Raw).Trim())];
                first ??= row.Cells[i].Address;
                units.AddRange(here);
            }
        }

        foreach (var label in layout.AmountLabels) units.AddRange(AnnexLabels.UnitsInBrackets(label));
        return ([.. units.Distinct()], first);
    }
}
