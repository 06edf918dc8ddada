using System.Globalization;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>Tells the rows below the header apart.</summary>
internal sealed partial class AnnexLineReader(AnnexGrid grid, AnnexLayout layout, AnnexChoices choices)
{
    private readonly int? _ordinal = layout.Column(AnnexColumn.Ordinal);
    private readonly int _name = layout.Column(AnnexColumn.Name)!.Value;
    private readonly List<int> _amounts = [.. layout.Money];

    public List<AnnexLine> Read()
    {
        var lines = new List<AnnexLine>();
        var (skipUntil, followsHeader) = (layout.LastHeaderRow, false);
        foreach (var row in grid.Sheet.Rows.Where(r => r.Number > layout.LastHeaderRow))
        {
            if (row.Number <= skipUntil) continue;
            if (RepeatsHeader(row))
            {
                skipUntil = row.Number + layout.Depth - 1;
                followsHeader = true;
                continue;
            }

            var line = Tell(row) with { FollowsHeader = followsHeader };
            if (line.Kind == AnnexLineKind.Skip) continue;
            followsHeader = false;
            lines.Add(line);
        }

        return lines;
    }

    private AnnexLine Tell(SheetRow row)
    {
        var ordinal = _ordinal is { } column ? grid.Text(row.Number, column) : null;
        var name = grid.Text(row.Number, _name);
        var nameCell = new CellAddress(row.Number, _name);

        // «I. Đào tạo nghề» merged over the table stands under STT: a numeral and a title.
        if (name is null && ordinal is { Length: > 5 } && NumeralAndTitle().Match(ordinal) is { Success: true } both)
        {
            (ordinal, name, nameCell) = (both.Groups["numeral"].Value, both.Groups["title"].Value, new CellAddress(row.Number, _ordinal!.Value));
        }

        var hasAmount = _amounts.Exists(a => LooksLikeAmount(grid.At(row.Number, a)));
        var describes = layout.Found.Any(f => f.Column is AnnexColumn.Area or AnnexColumn.Period or AnnexColumn.Beneficiary && grid.At(row.Number, f.Header.Column) is not null);
        AnnexLine Line(AnnexLineKind kind, string? label = null) => new(row, kind, ordinal, label ?? name, nameCell)
        {
            HasAmount = hasAmount, Describes = describes, IsEmphasised = name is not null && IsEmphasised(nameCell, name),
        };

        // What a person said comes first.
        if (choices.Rows.TryGetValue(row.Number, out var chosen)) return Line(chosen, name ?? ordinal) with { IsChosen = true };
        if (IsColumnNumbers(row)) return Line(AnnexLineKind.Skip);
        if (IsStruck(row)) return Line(AnnexLineKind.Struck);
        if (ordinal is not null && IsItemNumber(ordinal)) return name is null && !hasAmount && !HasOther(row) ? Line(AnnexLineKind.Skip) : Line(AnnexLineKind.Item);

        // TỔNG CỘNG is often merged over the first columns, so that it stands under STT.
        var label = name ?? (ordinal is { Length: > 5 } ? ordinal : null);
        var folded = VietnameseText.Fold(label);
        if (AnnexLabels.IsCarriedForward(folded)) return Line(AnnexLineKind.Skip);
        if (AnnexLabels.IsGrandTotal(folded)) return Line(AnnexLineKind.GrandTotal, label);
        if (AnnexLabels.IsSubtotal(folded) || (name is null && AnnexLabels.IsSubtotal(VietnameseText.Fold(ordinal)))) return Line(AnnexLineKind.Subtotal, label);
        if (ordinal is not null && IsGroupNumeral(ordinal)) return Line(AnnexLineKind.Group);
        if (AnnexLabels.IsBreakdown(folded)) return Line(AnnexLineKind.Breakdown, label);
        if (hasAmount) return !describes && name is not null && IsEmphasised(nameCell, name) ? Line(AnnexLineKind.Group) : Line(AnnexLineKind.Item);
        if (name is not null && describes) return Line(AnnexLineKind.Item);
        return label is not null ? Line(AnnexLineKind.Text, label) : describes ? Line(AnnexLineKind.Part) : Line(AnnexLineKind.Skip);
    }

    // Everything that says what it is about is struck through: its name, or all its amounts.
    private bool IsStruck(SheetRow row)
    {
        var amounts = _amounts.Select(a => grid.At(row.Number, a)).OfType<SheetCell>().ToList();
        return grid.At(row.Number, _name) is { IsStruck: true } || (amounts.Count > 0 && amounts.TrueForAll(c => c.IsStruck));
    }

    private bool IsEmphasised(CellAddress cell, string text) =>
        grid.At(cell.Row, cell.Column)?.Bold == true || (text.Any(char.IsLetter) && !text.Any(char.IsLower));

    private bool HasOther(SheetRow row) =>
        layout.Found.Any(f => !AnnexLayout.IsAmount(f.Column) && f.Column is not (AnnexColumn.Ordinal or AnnexColumn.Name)
            && row.At(f.Header.Column) is not null);

    private static bool LooksLikeAmount(SheetCell? cell) => cell switch
    {
        null => false,
        { Kind: CellKind.Number or CellKind.FormulaWithoutValue or CellKind.Error } => true,
        _ => AnnexAmount.ReadText(cell.Raw, MoneyUnit.Dong).Problem is null or AmountProblem.Negative or AmountProblem.Ambiguous or AmountProblem.NotWhole,
    };

    private bool RepeatsHeader(SheetRow row)
    {
        var same = layout.Found.Count(f => grid.Text(row.Number, f.Header.Column) is { } text && text == f.Label
            && f.Header.Row == layout.HeaderRow);
        return same >= 3 || (same >= 2 && grid.Text(row.Number, _name) is { } name && AnnexLabels.Column(name) == AnnexColumn.Name);
    }

    /// <summary>The row "(1) (2) (3) …" or "A B 1 2 3=4+5" under a header.</summary>
    private bool IsColumnNumbers(SheetRow row)
    {
        if (row.Cells.Count < 3 || grid.Text(row.Number, _name) is not { } name || !ColumnNumber().IsMatch(name)) return false;
        return row.Cells.All(c => grid.Text(row.Number, c.Address.Column) is not { } text || ColumnNumber().IsMatch(text));
    }

    private static bool IsItemNumber(string text) => ItemNumber().IsMatch(text);

    private static bool IsGroupNumeral(string text)
    {
        var bare = text.TrimEnd('.', ')', ':').Trim();
        return RomanNumeral.Parse(bare) is not null && bare.All(char.IsUpper) || bare is [>= 'A' and <= 'Z'] or ['Đ'];
    }

    /// <summary>The number of an item, when it is one plain number.</summary>
    public static int? OrdinalOf(string? text) =>
        int.TryParse(text?.TrimEnd('.', ')').Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?<numeral>[IVX]{1,5}|[A-ZĐ])[.)]\s+(?<title>\S.*)$", RegexOptions.Singleline, 1000)]
    private static partial Regex NumeralAndTitle();

    [GeneratedRegex(@"^\d{1,4}(?:[.,]\d{1,3})*[.)]?$", RegexOptions.None, 1000)]
    private static partial Regex ItemNumber();

    [GeneratedRegex(@"^\(?(?:\d{1,2}|[A-Z])\)?(?:\s*=.*)?$", RegexOptions.None, 1000)]
    private static partial Regex ColumnNumber();
}
