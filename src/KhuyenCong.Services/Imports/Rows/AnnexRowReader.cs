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
    AnnexGrid grid, AnnexLayout layout, AnnexUnits units, AreaResolver areas, AnnexChoices choices, int? year, AnnexFindings findings)
{
    private const int LongestGoal = 2_000, LongestBeneficiary = 1_000;

    /// <summary>What the database holds of each text, in characters.</summary>
    private static readonly (AnnexColumn Column, int Longest)[] Lengths =
    [
        (AnnexColumn.Name, 500), (AnnexColumn.ImplementingUnit, 500), (AnnexColumn.Beneficiary, LongestBeneficiary), (AnnexColumn.Goal, LongestGoal), (AnnexColumn.Notes, 1_000),
    ];

    private readonly AnnexAreaReader _areas = new(grid, layout, areas, choices, findings);

    public AnnexRow Read(AnnexLine line)
    {
        var number = line.Row.Number;
        var cells = layout.Found.ToDictionary(
            f => f.Column,
            f => IsAmountOrName(f.Column)
                ? Own(number, f.Header.Column, grid.Text(number, f.Header.Column))
                : Seen(number, f.Header.Column, f.Column is AnnexColumn.Goal or AnnexColumn.Notes ? grid.Lines : grid.Text));
        AnnexAreaReader.JoinCommune(cells);
        var period = Period(cells);
        var row = new AnnexRow(number, line.Row.Hidden, cells)
        {
            Ordinal = line.Ordinal,
            Name = Name(cells[AnnexColumn.Name]) ?? (line.Kind == AnnexLineKind.Group ? line.Label : null),
            ImplementingUnit = Words(cells, AnnexColumn.ImplementingUnit),
            Beneficiary = Words(cells, AnnexColumn.Beneficiary),
            Goal = Words(cells, AnnexColumn.Goal),
            Notes = Words(cells, AnnexColumn.Notes),
            Area = _areas.Read(cells),
            Months = period?.Months,
            YearAssumed = period is { YearAssumed: true },
        };
        CheckLengths(cells);
        return units.All.Count > 0 ? WithAmounts(row) : row;
    }

    /// <summary>True when an amount above zero, or one that cannot be read, stands in the line.</summary>
    public bool HasMoney(AnnexLine line) => layout.Money.Select(c => grid.At(line.Row.Number, c)).OfType<SheetCell>()
        .Any(c => AnnexAmount.Read(c, MoneyUnit.Million) is { Problem: not AmountProblem.Missing } reading && reading.Amount != Vnd.Zero);

    /// <summary>The project with one more part: what its line says is kept in the goal, places and beneficiaries of a line under merged cells join its own.</summary>
    public AnnexRow WithPart(AnnexRow project, AnnexLine part)
    {
        var money = layout.Money.ToHashSet();
        var left = layout.Found.Where(f => f.Column is AnnexColumn.Ordinal or AnnexColumn.Notes or AnnexColumn.ImplementingUnit).Select(f => f.Header.Column).ToHashSet();
        var cells = layout.Read.Where(f => !left.Contains(f.Header.Column)).OrderBy(f => f.Header.Column)
            .Select(f => (f.Header.Column, f.Label, Text: grid.Text(part.Row.Number, f.Header.Column))).Where(c => c.Text is not null)
            .Select(c => money.Contains(c.Column) ? $"{c.Label} {c.Text}{(units.Of(c.Column) is { } unit ? " " + Vi.AnnexTexts.Label(unit) : "")}" : c.Text!).Distinct(StringComparer.Ordinal);
        var said = string.Join("; ", cells).TrimStart('-', '–', '+', '•', '*', ' ');
        findings.NotePart(part, project.Name);
        var joined = project with { Parts = [.. project.Parts, part.Row.Number], Goal = project.Goal is null ? "- " + said : project.Goal + "\n- " + said };
        if (part.Label is null) joined = Joined(joined, part);
        if (joined.Goal!.Length <= LongestGoal && (joined.Beneficiary?.Length ?? 0) <= LongestBeneficiary) return joined;

        // More than a project's goal holds is for a person to shorten; nothing of it is cut off in silence.
        findings.Fault(new AnnexProblem(AnnexProblemKind.PartsTooLong, project.Cells[AnnexColumn.Name].Address) { Text = project.Name });
        return project with { Parts = joined.Parts };
    }

    private AnnexRow Joined(AnnexRow project, AnnexLine part)
    {
        string? Own(AnnexColumn column) => layout.Column(column) is { } at ? grid.Text(part.Row.Number, at) : null;
        var beneficiary = Own(AnnexColumn.Beneficiary) is { } other && other != project.Beneficiary ? string.Join("; ", new[] { project.Beneficiary, other }.Where(b => b is not null)) : project.Beneficiary;
        if (layout.Column(AnnexColumn.Area) is not { } column || Own(AnnexColumn.Area) is not { } place || !project.Area.IsUnderstood || project.Area.Kind == AreaReadingKind.WholeProvince) return project with { Beneficiary = beneficiary };
        var area = _areas.At(new AnnexRawCell(new CellAddress(part.Row.Number, column), place));
        return project with { Beneficiary = beneficiary, Area = area.Kind == AreaReadingKind.Units ? area with { Units = [.. project.Area.Units.Union(area.Units)] } : area };
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
            ? Own(from.Row, from.Column, read(from.Row, from.Column))
            : Own(row, column, read(row, column));
    }

    private AnnexRawCell Own(int row, int column, string? text) => new(new CellAddress(row, column), text) { InFile = grid.At(row, column)?.InFile };

    // «#N/A» is nobody's name.
    private string? Words(Dictionary<AnnexColumn, AnnexRawCell> cells, AnnexColumn column)
    {
        if (cells.GetValueOrDefault(column) is not { Raw: not null } cell) return null;
        if (grid.At(cell.Address.Row, cell.Address.Column) is not { Kind: CellKind.FormulaWithoutValue or CellKind.Error } empty) return cell.Raw;
        findings.Fault(new AnnexProblem(AnnexProblemKind.CellHasNoValue, cell.Address) { Text = empty.Raw, Column = column });
        return null;
    }

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

    private PeriodReading? Period(Dictionary<AnnexColumn, AnnexRawCell> cells)
    {
        if (!cells.TryGetValue(AnnexColumn.Period, out var cell)) return null;
        var first = grid.At(cell.Address.Row, cell.Address.Column);
        var reading = cells.TryGetValue(AnnexColumn.PeriodEnd, out var end)
            ? AnnexPeriod.Between(first, grid.At(end.Address.Row, end.Address.Column), year)
            : AnnexPeriod.Read(first, year);
        if (reading.Problem is { } problem) findings.Fault(new AnnexProblem(KindOf(problem), cell.Address) { Text = cell.Raw, Either = reading.Either });
        return reading;
    }

    private AnnexRow WithAmounts(AnnexRow row)
    {
        var total = Amount(row, AnnexColumn.Total, mayBeBlank: false);
        var isSplit = layout.IsSplit;
        row = row with { ByYear = [.. layout.Years.Select(y => OfYear(row, y))] };
        var support = Support(row, AnnexColumn.Support, mayBeBlank: isSplit);
        var national = Support(row, AnnexColumn.NationalSupport, mayBeBlank: true);
        if (isSplit && support == Vnd.Zero && national == Vnd.Zero) support = Support(row, AnnexColumn.Support, mayBeBlank: false);
        var counterpart = Amount(row, AnnexColumn.Counterpart, mayBeBlank: true);
        var other = Amount(row, AnnexColumn.Other, mayBeBlank: true);
        Vnd? parts = support is { } a && counterpart is { } b && other is { } c && national is { } d ? a + b + c + d : null;
        if (!layout.Has(AnnexColumn.Total)) total = parts;
        else if (total is { } stated && parts is { } computed && stated != computed)
        {
            findings.Fault(new AnnexProblem(AnnexProblemKind.RowTotalDiffers, row.Cells[AnnexColumn.Total].Address) { Stated = stated, Computed = computed });
            foreach (var column in AnnexSums.Columns) findings.MarkFaulty(row.RowNumber, column);
        }

        return row with { Total = total, Support = support, NationalSupport = isSplit ? national : null, Counterpart = counterpart, Other = other };
    }

    // The support is what its column states, and the sum of its years; where both stand they have to agree.
    private Vnd? Support(AnnexRow row, AnnexColumn part, bool mayBeBlank)
    {
        var years = row.ByYear.Where(y => y.Part == part).ToList();
        if (years.Count == 0) return Amount(row, part, mayBeBlank);
        Vnd? sum = years.Exists(y => y.Amount is null) ? null : years.Select(y => y.Amount!.Value).Sum();
        if (!layout.Has(part))
        {
            if (mayBeBlank || years.Exists(y => y.Cell.Raw is not null)) return sum;
            findings.Fault(new AnnexProblem(AnnexProblemKind.AmountMissing, years[0].Cell.Address) { Column = part, Year = years[0].Year });
            findings.MarkFaulty(row.RowNumber, part);
            return null;
        }

        var stated = Amount(row, part, mayBeBlank);
        if (stated is { } whole && sum is { } computed && whole != computed)
        {
            findings.Fault(new AnnexProblem(AnnexProblemKind.YearsDiffer, row.Cells[part].Address) { Column = part, Stated = whole, Computed = computed });
            findings.MarkFaulty(row.RowNumber, part);
        }

        return stated;
    }

    private AnnexYearAmount OfYear(AnnexRow row, AnnexYearColumn year)
    {
        var cell = Own(row.RowNumber, year.Header.Column, grid.Text(row.RowNumber, year.Header.Column));
        return new AnnexYearAmount(year.Part, year.Year, Amount(row, cell, year.Part, mayBeBlank: true, year.Year), cell);
    }

    private Vnd? Amount(AnnexRow row, AnnexColumn column, bool mayBeBlank) =>
        row.Cells.TryGetValue(column, out var cell) ? Amount(row, cell, column, mayBeBlank) : mayBeBlank ? Vnd.Zero : null;

    private Vnd? Amount(AnnexRow row, AnnexRawCell cell, AnnexColumn column, bool mayBeBlank, int? year = null)
    {
        var reading = AnnexAmount.Read(grid.At(row.RowNumber, cell.Address.Column), units.Of(cell.Address.Column)!.Value);
        if (reading.ShownAs is { } shown) findings.NoteRounded(cell.Address, shown, cell.Raw);
        if (reading.Problem is not { } problem) return reading.Amount;
        if (problem == AmountProblem.Missing && mayBeBlank) return Vnd.Zero;
        findings.Fault(new AnnexProblem(KindOf(problem), cell.Address) { Text = cell.Raw, Column = column, Year = year });
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
        PeriodProblem.YearMissing => AnnexProblemKind.PeriodYearMissing,
        PeriodProblem.Gap => AnnexProblemKind.PeriodGap,
        PeriodProblem.Duration => AnnexProblemKind.PeriodDuration,
        PeriodProblem.AutoDate => AnnexProblemKind.PeriodAutoDate,
    };
}
