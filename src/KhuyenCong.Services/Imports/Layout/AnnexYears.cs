using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>
/// Tells columns of support by budget year: «Năm 2024» and «Năm 2025» below «Kinh phí hỗ trợ», or beside it where they make it up.
/// A year below another amount, or one whose source is unclear, is not read.
/// </summary>
internal static partial class AnnexYears
{
    /// <summary>The year that a header names and nothing else; null when it is another header.</summary>
    public static int? YearIn(string? label) => YearLabel().Match(VietnameseText.Fold(AnnexLabels.WithoutUnits(label))) is { Success: true } match
        ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture)
        : null;

    /// <summary>The one year that a header names among other words; null when it names none or several.</summary>
    public static int? YearNamedIn(string label) =>
        NamedYear().Matches(VietnameseText.Fold(label)).Select(m => m.Value).Distinct(StringComparer.Ordinal).ToList() is [var one] ? int.Parse(one, CultureInfo.InvariantCulture) : null;

    /// <summary>True for a year that stands as a number in a header.</summary>
    public static bool IsYear(SheetCell cell) => cell is { Kind: CellKind.Number, Number: { } number } && number % 1 == 0 && number is >= 2000 and < 2100;

    /// <summary>Every header of a year among the columns: what it is may need the rows.</summary>
    /// <param name="grid">The sheet.</param>
    /// <param name="choices">What a person said.</param>
    /// <param name="firstRow">The first row of the header.</param>
    /// <param name="labels">The lowest label of each column.</param>
    public static List<AnnexYearHeader> Headers(AnnexGrid grid, AnnexChoices choices, int firstRow, IReadOnlyDictionary<int, (int Row, string Text)> labels)
    {
        var headers = new List<AnnexYearHeader>();
        foreach (var (column, (row, text)) in labels.OrderBy(l => l.Key))
        {
            if (choices.Columns.ContainsKey(column)) continue;
            var above = Above(grid, firstRow, row, column).FirstOrDefault(a => SaysWhatItIs(a.Text));
            var isUnderSupport = above.Text is not null && AnnexLabels.Column(above.Text) == AnnexColumn.Support;
            var header = new AnnexYearHeader(column, isUnderSupport ? $"{above.Text} {text}" : text, new CellAddress(row, column), 0, above.Text is null ? null : above.Cell, true);
            if (choices.Years.TryGetValue(column, out var chosen)) headers.Add(header with { Year = chosen });
            else if (YearIn(text) is { } year && !grid.IsUnseen(column, row)) headers.Add(header with { Year = year, IsSupport = isUnderSupport || (above.Text is null && AnnexLabels.Column(text) == AnnexColumn.Support) });
        }

        // One year alone is no division by years: the column is what its header says, the year aside.
        var isAlone = headers.Count(h => h.IsSupport) == 1;
        headers.RemoveAll(h => !choices.Years.ContainsKey(h.Column) && (h.IsSupport ? isAlone : h.Under is { } under && headers.Count(o => o.Under == under) == 1));
        return headers;
    }

    /// <summary>The columns read as years, and those that say the same year twice.</summary>
    public static (List<AnnexYearColumn> Years, List<AnnexColumnFound> Twice) Settle(IReadOnlyList<AnnexYearHeader> headers, IReadOnlyList<AnnexColumnFound> found)
    {
        var sure = headers.Where(h => h.IsSupport).ToList();
        var isSplit = found.Any(f => f.Column == AnnexColumn.NationalSupport) || sure.Select(h => SourceOf(h.Label)).Distinct().Count(s => s is not null) > 1;
        var (years, twice) = (new List<AnnexYearColumn>(), new List<AnnexColumnFound>());
        foreach (var header in sure)
        {
            AnnexColumn? part = !isSplit ? AnnexColumn.Support : SourceOf(header.Label) switch
            {
                FundingSource.Local => AnnexColumn.Support,
                FundingSource.National => AnnexColumn.NationalSupport,
                _ => null,
            };
            if (part is not { } of) continue;
            if (years.Exists(y => y.Part == of && y.Year == header.Year)) twice.Add(new AnnexColumnFound(of, header.Address, header.Label));
            else years.Add(header.As(of));
        }

        return (years, twice);
    }

    /// <summary>The header of support over a column «Tổng số» that stands beside its years; null for another total.</summary>
    public static string? SumOver(AnnexGrid grid, int firstRow, CellAddress header, IReadOnlyList<AnnexYearHeader> years) =>
        Above(grid, firstRow, header.Row, header.Column).FirstOrDefault(a => years.Any(y => y.IsSupport && y.Under == a.Cell)).Text;

    /// <summary>Years beside the support, read when they make it up in most of the rows: a row in which they do not is then asked.</summary>
    public static IReadOnlyList<AnnexYearColumn> BesideSupport(AnnexGrid grid, IReadOnlyList<AnnexYearHeader> headers, AnnexLayout layout)
    {
        var beside = headers.Where(h => h is { IsSupport: false, Under: null }).ToList();
        if (beside.Count == 0 || layout.Years.Count > 0 || layout.Has(AnnexColumn.NationalSupport) || layout.Column(AnnexColumn.Support) is not { } support) return [];
        if (beside.DistinctBy(h => h.Year).Count() < beside.Count) return [];
        var (made, met) = (0, 0);
        foreach (var row in grid.Sheet.Rows.Where(r => r.Number > layout.LastHeaderRow && r.At(support) is not null))
        {
            var years = beside.Select(h => row.At(h.Column)).OfType<SheetCell>().ToList();
            if (years.Count == 0) continue;
            met++;
            if (MakeUp(row.At(support)!, years)) made++;
        }

        return made * 2 > met ? [.. beside.Select(h => h.As(AnnexColumn.Support))] : [];
    }

    // Whatever the unit is, it is the same for both: amounts in đồng are too large to be read in millions.
    private static bool MakeUp(SheetCell support, List<SheetCell> years) => new[] { MoneyUnit.Dong, MoneyUnit.Million }.Any(
        unit => AnnexAmount.Read(support, unit).Amount is { IsZero: false } whole
            && years.ConvertAll(c => AnnexAmount.Read(c, unit)) is var read && read.TrueForAll(r => r.Problem is null or AmountProblem.Missing)
            && read.Select(r => r.Amount ?? Vnd.Zero).Sum() == whole);

    // «Trong đó» and «Nguồn vốn» only head others; «Kinh phí đã cấp» says what was paid.
    private static bool SaysWhatItIs(string label) => AnnexLabels.Column(label) is not (null or AnnexColumn.Total) || !AnnexLabels.HeadsOthers(label) || Paid().IsMatch(VietnameseText.Fold(label));

    private static FundingSource? SourceOf(string label) => AnnexHeadingReader.SourceIn(VietnameseText.Fold(label));

    /// <summary>The headers above a cell, the nearest first.</summary>
    public static IEnumerable<(CellAddress Cell, string Text)> Above(AnnexGrid grid, int firstRow, int row, int column)
    {
        for (var at = row - 1; at >= firstRow; at--)
        {
            var cell = grid.SeenFrom(at, column);
            if (cell.Row < firstRow) yield break;
            if (grid.Text(cell.Row, cell.Column) is { } text) yield return (cell, text);
            at = cell.Row;
        }
    }

    [GeneratedRegex(@"\b20\d{2}\b", RegexOptions.None, 1000)]
    private static partial Regex NamedYear();

    [GeneratedRegex(@"\b(?:da|giai ngan|thanh toan|quyet toan|luy ke)\b", RegexOptions.None, 1000)]
    private static partial Regex Paid();

    [GeneratedRegex(@"^(?:(?:du toan|ke hoach|kh|kinh phi|kp|von|muc|ho tro|khuyen cong dia phuong|khuyen cong quoc gia|khuyen cong|kcdp|kcqg|ngan sach|nguon|phan bo|bo tri|tu|trong|cho) )*(?:nam )?(?<year>20\d{2})(?: du kien)?$", RegexOptions.None, 1000)]
    private static partial Regex YearLabel();
}
