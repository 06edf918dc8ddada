using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Carrying;

/// <summary>
/// Finds rows, columns and cells of one file in another by what they say, never by where they stand. What stands there more
/// than once in either file is found nowhere.
/// </summary>
internal sealed class AnnexMatching(AnnexSheetText before, AnnexSheetText now)
{
    private readonly List<(int Before, int Now)> _columns = [.. before.Columns.Where(c => now.Columns.ContainsKey(c.Key)).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Value, now.Columns[c.Key]))];
    private readonly Dictionary<string, Dictionary<int, int>> _found = new(StringComparer.Ordinal);

    /// <summary>
    /// The same annex, mended or not: no other year or tranche is written, two thirds of its headings and half of its rows' names
    /// stand in both files.
    /// </summary>
    public static bool IsSameAnnex(AnnexSheetText before, AnnexSheetText now)
    {
        var (old, heading) = (before.Heading(), now.Heading());
        if (old.Year is { } year && heading.Year is { } otherYear && year != otherYear) return false;
        if (old.Tranche is { } tranche && heading.Tranche is { } otherTranche && tranche != otherTranche) return false;
        return AreAlike([.. before.Headings], [.. now.Headings], 2, 3) && AreAlike(Names(before), Names(now), 1, 2);
    }

    public int? ColumnOf(int column) => _columns.Where(c => c.Before == column).Select(c => (int?)c.Now).FirstOrDefault();

    /// <summary>The row that says the same in every column, else the one of the same name.</summary>
    public int? RowOf(int row) => Find(row, "all", AllOf) ?? Find(row, "name", (sheet, r, _) => sheet.NameOf(r));

    /// <summary>The row with the same texts, whatever its amounts.</summary>
    public int? RowByTexts(int row) => Find(row, "texts", TextsOf) ?? Find(row, "all", AllOf);

    /// <summary>The cell of the same row and column that still says the same; else why there is none.</summary>
    public (CellAddress? Cell, LostReason Why) CellOf(CellAddress cell)
    {
        if (ColumnOf(cell.Column) is not { } column || RowOf(cell.Row) is not { } row) return (null, LostReason.Gone);
        return before.At(cell.Row, cell.Column) == now.At(row, column) ? (new CellAddress(row, column), default) : (null, LostReason.Changed);
    }

    private int? Find(int row, string way, Func<AnnexSheetText, int, bool, string> keyOf)
    {
        if (!_found.TryGetValue(way, out var rows))
        {
            var there = Once(now, keyOf, isBefore: false);
            _found[way] = rows = Once(before, keyOf, isBefore: true).Where(r => there.ContainsKey(r.Key)).ToDictionary(r => r.Value, r => there[r.Key]);
        }

        return rows.TryGetValue(row, out var found) ? found : null;
    }

    private static Dictionary<string, int> Once(AnnexSheetText sheet, Func<AnnexSheetText, int, bool, string> keyOf, bool isBefore) =>
        sheet.Rows.GroupBy(r => keyOf(sheet, r, isBefore), StringComparer.Ordinal).Where(g => g.Key.Length > 0 && g.Count() == 1).ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);

    private string AllOf(AnnexSheetText sheet, int row, bool isBefore) => Joined(sheet, row, isBefore, _ => true);

    private string TextsOf(AnnexSheetText sheet, int row, bool isBefore) => Joined(sheet, row, isBefore, c => c.Kind == CellKind.Text);

    private string Joined(AnnexSheetText sheet, int row, bool isBefore, Func<CellContent, bool> counts) => string.Join(
        '\u001f',
        _columns.Select((pair, index) => (Column: isBefore ? pair.Before : pair.Now, index)).Where(c => !sheet.IsLineNumber(row, c.Column))
            .Select(c => (c.index, Content: sheet.At(row, c.Column))).Where(c => c.Content is { } content && counts(content)).Select(c => $"{c.index}\u001e{c.Content}"));

    private static List<string> Names(AnnexSheetText sheet) =>
        [.. sheet.Rows.Select(sheet.NameOf).Where(n => n.Length > 0 && Domain.Text.VietnameseText.Fold(n) is var folded && !AnnexLabels.IsGrandTotal(folded) && !AnnexLabels.IsSubtotal(folded))];

    // Each counts as often as it stands in both.
    private static bool AreAlike(List<string> one, List<string> other, int part, int of)
    {
        var counts = other.GroupBy(k => k, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var common = one.GroupBy(k => k, StringComparer.Ordinal).Sum(g => Math.Min(g.Count(), counts.GetValueOrDefault(g.Key)));
        return common > 0 && common * of >= Math.Max(one.Count, other.Count) * part;
    }
}
