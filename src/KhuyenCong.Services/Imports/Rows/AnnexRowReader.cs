using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Periods;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>Reads the cells of one project, and says which of them are faulty.</summary>
internal sealed class AnnexRowReader(
    AnnexGrid grid, AnnexLayout layout, MoneyUnit? unit, AreaResolver areas, AnnexChoices choices, AnnexFindings findings)
{
    /// <summary>What the database holds of each text, in characters.</summary>
    private static readonly (AnnexColumn Column, int Longest)[] Lengths =
    [
        (AnnexColumn.Name, 500), (AnnexColumn.ImplementingUnit, 500), (AnnexColumn.Beneficiary, 1_000), (AnnexColumn.Goal, 2_000), (AnnexColumn.Notes, 1_000),
    ];

    private readonly Dictionary<string, AreaReading> _chosenByText = new(StringComparer.Ordinal);

    public AnnexRow Read(AnnexLine line)
    {
        var number = line.Row.Number;
        var cells = layout.Found.ToDictionary(
            f => f.Column,
            f => IsAmountOrName(f.Column)
                ? new AnnexRawCell(new CellAddress(number, f.Header.Column), grid.Text(number, f.Header.Column))
                : Seen(number, f.Header.Column, f.Column is AnnexColumn.Goal or AnnexColumn.Notes ? grid.Lines : grid.Text));
        var row = new AnnexRow(number, line.Row.Hidden, cells)
        {
            Ordinal = line.Ordinal,
            Name = Name(cells[AnnexColumn.Name]),
            ImplementingUnit = Raw(cells, AnnexColumn.ImplementingUnit),
            Beneficiary = Raw(cells, AnnexColumn.Beneficiary),
            Goal = Raw(cells, AnnexColumn.Goal),
            Notes = Raw(cells, AnnexColumn.Notes),
            Area = Area(cells),
            Months = Months(cells),
        };
        CheckLengths(cells);
        return unit is { } known ? WithAmounts(row, known) : row;
    }

    private void CheckLengths(Dictionary<AnnexColumn, AnnexRawCell> cells)
    {
        foreach (var (column, longest) in Lengths)
        {
            if (!cells.TryGetValue(column, out var cell) || cell.Raw is not { } text || text.Length <= longest) continue;
            findings.Fault(new AnnexProblem(AnnexProblemKind.TextTooLong, cell.Address)
            {
                Column = column, Text = text.Length.ToString(CultureInfo.InvariantCulture), Expected = longest.ToString(CultureInfo.InvariantCulture),
            });
        }
    }

    private static bool IsAmountOrName(AnnexColumn column) => column is AnnexColumn.Name or AnnexColumn.Ordinal || AnnexLayout.IsAmount(column);

    private AnnexRawCell Seen(int row, int column, Func<int, int, string?> read)
    {
        var from = grid.SeenFrom(row, column);
        return from.Row > layout.LastHeaderRow
            ? new AnnexRawCell(from, read(from.Row, from.Column))
            : new AnnexRawCell(new CellAddress(row, column), read(row, column));
    }

    private static string? Raw(Dictionary<AnnexColumn, AnnexRawCell> cells, AnnexColumn column) => cells.GetValueOrDefault(column)?.Raw;

    private string? Name(AnnexRawCell cell)
    {
        if (grid.At(cell.Address.Row, cell.Address.Column) is { Kind: CellKind.FormulaWithoutValue or CellKind.Error } formula)
        {
            findings.Fault(new AnnexProblem(AnnexProblemKind.NameIsFormulaWithoutValue, cell.Address) { Text = formula.Raw });
            return null;
        }

        if (cell.Raw is null) findings.Fault(new AnnexProblem(AnnexProblemKind.NameMissing, cell.Address));
        return cell.Raw;
    }

    private AreaReading Area(Dictionary<AnnexColumn, AnnexRawCell> cells)
    {
        if (!cells.TryGetValue(AnnexColumn.Area, out var cell)) return AreaReading.Missing;
        if (choices.Areas.TryGetValue(cell.Address, out var choice) && Chosen(choice) is { } chosen)
        {
            if (cell.Raw is not null) _chosenByText[cell.Raw] = chosen;
            return chosen;
        }

        // Line breaks separate units, so the text is taken before white space is made one.
        var area = areas.Resolve(grid.At(cell.Address.Row, cell.Address.Column) is { Kind: CellKind.Text } text ? text.Raw : cell.Raw);
        // Chosen once, the same text means the same further down.
        if (!area.IsUnderstood && cell.Raw is not null && _chosenByText.TryGetValue(cell.Raw, out var same)) return same;
        var kind = area.Kind switch
        {
            AreaReadingKind.Missing => AnnexProblemKind.AreaMissing,
            AreaReadingKind.Doubtful => AnnexProblemKind.AreaDoubtful,
            AreaReadingKind.Unknown => AnnexProblemKind.AreaUnknown,
            AreaReadingKind.WholeProvince or AreaReadingKind.Units => (AnnexProblemKind?)null,
        };
        if (kind is { } problem) findings.Fault(new AnnexProblem(problem, cell.Address) { Text = cell.Raw, Candidates = area.Candidates });
        return area;
    }

    private AreaReading? Chosen(AreaChoice choice)
    {
        if (choice.WholeProvince) return AreaReading.WholeProvince;
        var units = choice.UnitIds.Select(areas.Find).ToList();
        return units.Count > 0 && units.TrueForAll(u => u is not null)
            ? new AreaReading(AreaReadingKind.Units, [.. units.Select(u => u!).Distinct()], [])
            : null;
    }

    private AnnexMonths? Months(Dictionary<AnnexColumn, AnnexRawCell> cells)
    {
        if (!cells.TryGetValue(AnnexColumn.Period, out var cell)) return null;
        var reading = AnnexPeriod.Read(grid.At(cell.Address.Row, cell.Address.Column));
        if (reading.Problem is not { } problem) return reading.Months;
        findings.Fault(new AnnexProblem(KindOf(problem), cell.Address) { Text = cell.Raw });
        return null;
    }

    private AnnexRow WithAmounts(AnnexRow row, MoneyUnit known)
    {
        var total = Amount(row, AnnexColumn.Total, known, mayBeBlank: false);
        var support = Amount(row, AnnexColumn.Support, known, mayBeBlank: false);
        var counterpart = Amount(row, AnnexColumn.Counterpart, known, mayBeBlank: true);
        var other = Amount(row, AnnexColumn.Other, known, mayBeBlank: true);
        Vnd? parts = support is { } a && counterpart is { } b && other is { } c ? a + b + c : null;
        if (!layout.Has(AnnexColumn.Total)) total = parts;
        else if (total is { } stated && parts is { } computed && stated != computed)
        {
            findings.Fault(new AnnexProblem(AnnexProblemKind.RowTotalDiffers, row.Cells[AnnexColumn.Total].Address) { Stated = stated, Computed = computed });
            foreach (var column in AnnexSums.Columns) findings.MarkFaulty(row.RowNumber, column);
        }

        return row with { Total = total, Support = support, Counterpart = counterpart, Other = other };
    }

    private Vnd? Amount(AnnexRow row, AnnexColumn column, MoneyUnit known, bool mayBeBlank)
    {
        if (!row.Cells.TryGetValue(column, out var cell)) return mayBeBlank ? Vnd.Zero : null;
        var reading = AnnexAmount.Read(grid.At(row.RowNumber, cell.Address.Column), known);
        if (reading.Problem is not { } problem) return reading.Amount;
        if (problem == AmountProblem.Missing && mayBeBlank) return Vnd.Zero;
        findings.Fault(new AnnexProblem(KindOf(problem), cell.Address) { Text = cell.Raw, Column = column });
        findings.MarkFaulty(row.RowNumber, column);
        return null;
    }

    public static AnnexProblemKind KindOf(AmountProblem problem) => problem switch
    {
        AmountProblem.Missing => AnnexProblemKind.AmountMissing,
        AmountProblem.Unreadable => AnnexProblemKind.AmountUnreadable,
        AmountProblem.Ambiguous => AnnexProblemKind.AmountAmbiguous,
        AmountProblem.Negative => AnnexProblemKind.AmountNegative,
        AmountProblem.NotWhole => AnnexProblemKind.AmountNotWhole,
        AmountProblem.TooLarge => AnnexProblemKind.AmountTooLarge,
        AmountProblem.FormulaWithoutValue => AnnexProblemKind.AmountFormulaWithoutValue,
        AmountProblem.ErrorValue => AnnexProblemKind.AmountErrorValue,
    };

    private static AnnexProblemKind KindOf(PeriodProblem problem) => problem switch
    {
        PeriodProblem.Missing => AnnexProblemKind.PeriodMissing,
        PeriodProblem.Unreadable => AnnexProblemKind.PeriodUnreadable,
        PeriodProblem.NoSuchMonth => AnnexProblemKind.PeriodNoSuchMonth,
        PeriodProblem.NoSuchQuarter => AnnexProblemKind.PeriodNoSuchQuarter,
        PeriodProblem.NoSuchDay => AnnexProblemKind.PeriodNoSuchDay,
        PeriodProblem.EndBeforeStart => AnnexProblemKind.PeriodEndBeforeStart,
        PeriodProblem.FormulaWithoutValue => AnnexProblemKind.PeriodFormulaWithoutValue,
    };
}
