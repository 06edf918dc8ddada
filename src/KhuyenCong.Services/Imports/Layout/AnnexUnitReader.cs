using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>
/// Finds the units of the amounts: in a line "Đơn vị tính: …" above the table, in the headers, or chosen by a person.
/// What cannot be understood, and what two places state differently, is asked.
/// </summary>
internal static class AnnexUnitReader
{
    public static AnnexUnits Read(AnnexGrid grid, AnnexLayout layout, MoneyUnit? chosen, AnnexFindings findings)
    {
        if (chosen is { } unit) return new AnnexUnits(unit, AnnexUnits.Unknown.Columns);
        var lines = Lines(grid, layout);
        var headers = layout.AmountLabels.SelectMany(l => AnnexLabels.UnitsInBrackets(l.Label).Select(text => (l.Column, Text: text, Unit: UnitText.Read(text)))).ToList();
        if (lines.Select(l => (l.Text, l.Cell)).FirstOrDefault(l => UnitText.Read(l.Text) is null) is { Text: not null } unclear) return Ask(unclear.Cell, unclear.Text);
        if (headers.Find(h => h.Unit is null) is { Text: not null } strange) return Ask(null, strange.Text);

        var stated = lines.Select(l => UnitText.Read(l.Text)!.Value).Distinct().ToList();
        var columns = headers.Select(h => h.Unit!.Value).Distinct().ToList();
        if (stated.Count > 1 || (stated.Count == 1 && columns.Exists(c => c != stated[0]))) return Ask(lines[0].Cell, lines[0].Text);
        if (stated.Count == 1) return new AnnexUnits(stated[0], AnnexUnits.Unknown.Columns);
        if (columns.Count == 1) return new AnnexUnits(columns[0], AnnexUnits.Unknown.Columns);

        // Several units, each at its own column; a column between them that states none may be in any of them.
        var own = headers.GroupBy(h => h.Column).ToDictionary(g => g.Key, g => g.Select(h => h.Unit!.Value).Distinct().ToList());
        var money = layout.Money.ToHashSet();
        var amounts = layout.Read.Where(f => money.Contains(f.Header.Column)).ToList();
        if (columns.Count == 0 || own.Values.Any(u => u.Count > 1) || amounts.Exists(a => !own.ContainsKey(a.Header.Column)))
        {
            findings.Fault(new(columns.Count == 0 ? AnnexProblemKind.UnitMissing : AnnexProblemKind.UnitAmbiguous, null));
            return AnnexUnits.Unknown;
        }

        findings.Warn(new(AnnexProblemKind.UnitsPerColumn, layout.Address) { Text = string.Join(", ", amounts.Select(a => a.Label)) });
        return new AnnexUnits(null, own.ToDictionary(o => o.Key, o => o.Value[0]));

        AnnexUnits Ask(CellAddress? cell, string text)
        {
            findings.Fault(new(AnnexProblemKind.UnitAmbiguous, cell) { Text = text });
            return AnnexUnits.Unknown;
        }
    }

    // Where the words stand in one cell and the unit in the next, the next one is read.
    private static List<(string Text, CellAddress Cell)> Lines(AnnexGrid grid, AnnexLayout layout)
    {
        var lines = new List<(string Text, CellAddress Cell)>();
        foreach (var row in grid.Sheet.Rows.Where(r => r.Number < layout.HeaderRow))
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var raw = row.Cells[i].Raw;
                if (!UnitText.IsAboutUnit(raw)) continue;
                lines.Add((UnitText.Read(raw) is null && i + 1 < row.Cells.Count && UnitText.Read(row.Cells[i + 1].Raw) is not null ? row.Cells[++i].Raw : raw, row.Cells[i].Address));
            }
        }

        return lines;
    }
}
