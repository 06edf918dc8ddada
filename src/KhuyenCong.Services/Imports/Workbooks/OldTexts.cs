using KhuyenCong.Domain.Text.Legacy;

namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>A sheet whose texts in TCVN3 or VNI are converted to Unicode, with the cells that were, and those that nobody can read.</summary>
/// <param name="Sheet">As it is read.</param>
/// <param name="Converted">Cells that were converted; each keeps what the file has.</param>
/// <param name="Unreadable">Cells whose letters are lost, or meant in an unknown way.</param>
internal sealed record OldTexts(WorkbookSheet Sheet, IReadOnlyList<SheetCell> Converted, IReadOnlyList<SheetCell> Unreadable)
{
    /// <summary>By the text itself, by what the column's other texts are, and by the font.</summary>
    public static OldTexts Of(WorkbookSheet sheet)
    {
        var texts = sheet.Rows.SelectMany(r => r.Cells).Where(c => c.Kind == CellKind.Text && c.Raw.Any(l => l > 127)).ToList();
        if (texts.Count == 0) return new OldTexts(sheet, [], []);

        // Offices keep one code within a column; from another column nothing follows.
        var judged = texts.GroupBy(t => t.Address.Column).SelectMany(column => column.Zip(LegacyText.DetectAll(column.Select(t => t.Raw)))).OrderBy(t => t.First.Address).ToList();
        var converted = judged.Select(t => (Cell: t.First, Encoding: EncodingOf(t.First, t.Second))).Where(t => t.Encoding is not null)
            .ToDictionary(t => t.Cell.Address, t => t.Cell with { Raw = LegacyText.Convert(t.Cell.Raw, t.Encoding!.Value, capitals: IsCapitals(t.Cell.FontName)), InFile = t.Cell.Raw, FontName = null });
        var unreadable = judged.Where(t => t.Second == TextState.Suspicious && !converted.ContainsKey(t.First.Address)).Select(t => t.First).ToList();
        if (converted.Count == 0) return new OldTexts(sheet, [], unreadable);
        var rows = sheet.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => converted.GetValueOrDefault(c.Address, c))] }).ToList();
        return new OldTexts(sheet with { Rows = rows }, [.. converted.Values], unreadable);
    }

    // A font alone says it of what could be read either way; text that is plainly Unicode stays, whatever its font.
    private static LegacyEncoding? EncodingOf(SheetCell cell, TextState state) => LegacyText.EncodingOf(state)
        ?? (state == TextState.Suspicious && cell.IsInLegacyFont ? cell.FontName!.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) ? LegacyEncoding.Tcvn3 : LegacyEncoding.Vni : null);

    private static bool IsCapitals(string? font) => font?.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) == true && font.EndsWith('H');
}
