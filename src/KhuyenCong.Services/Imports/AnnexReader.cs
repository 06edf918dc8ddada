using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports;

/// <summary>
/// Reads an annex (danh mục đề án) out of a workbook: finds the table, understands it and says what is wrong with it.
/// Pure: the same workbook, references and choices give the same preview.
/// </summary>
public static class AnnexReader
{
    public static AnnexReading Read(
        WorkbookContent workbook, AnnexReferences references, AnnexChoices? choices = null, AnnexTarget? target = null)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(references);
        choices ??= AnnexChoices.None;
        var tables = Tables(workbook, choices);
        if (tables.Count == 0)
        {
            var legacy = workbook.Sheets.SelectMany(s => s.Rows).SelectMany(r => r.Cells).Any(c => c.Kind == CellKind.Text && c.IsInLegacyFont);
            return new AnnexReading(null, legacy ? WorkbookProblem.NoTableLegacyFont : WorkbookProblem.NoTable);
        }

        var (grid, layout) = tables[0];
        if (choices.Typed.Count > 0) grid = new AnnexGrid(grid.Texts with { Sheet = grid.Sheet.With(choices.Typed) });
        return new AnnexReading(ReadTable(grid, layout!, new Beside([.. tables.Select(t => t.Grid.Sheet.Name)], [.. NotRead(workbook, grid.Sheet.Name)]), references, choices, target), null);
    }

    /// <summary>What the heading says of the plan, and the source that it or the table's header names; null when there is no table.</summary>
    internal static (AnnexHeading Heading, FundingSource? Source)? HeadingOf(WorkbookContent workbook, AnnexChoices choices)
    {
        if (TableOf(workbook, choices) is not { } table) return null;
        var heading = AnnexHeadingReader.Read(table.Grid, table.Layout);
        return (heading, choices.Source ?? WrittenSource(heading, table.Layout));
    }

    /// <summary>The table that is read, as the file has it; null when there is none.</summary>
    internal static (AnnexGrid Grid, AnnexLayout Layout)? TableOf(WorkbookContent workbook, AnnexChoices choices) => Tables(workbook, choices) is [var first, ..] ? (first.Grid, first.Layout!) : null;

    // The chosen one first, then the one with most columns understood; of those alike the one that is shown when the file is opened.
    private static List<(AnnexGrid Grid, AnnexLayout? Layout)> Tables(WorkbookContent workbook, AnnexChoices choices)
    {
        var sheets = workbook.Sheets.Any(s => !s.Hidden && s.Rows.Count > 0) ? workbook.Sheets.Where(s => !s.Hidden) : workbook.Sheets;
        return
        [
            .. sheets.Select(s => new AnnexGrid(OldTexts.Of(s))).Select(g => (Grid: g, Layout: AnnexHeaderFinder.Find(g, choices))).Where(t => t.Layout is not null)
                .OrderByDescending(t => t.Grid.Sheet.Name == choices.Sheet).ThenByDescending(t => t.Layout!.Found.Count).ThenByDescending(t => t.Grid.Sheet.IsActive),
        ];
    }

    private static IEnumerable<string> NotRead(WorkbookContent workbook, string read) => workbook.Sheets.Where(s => s.Name != read && s.Rows.Count > 0).Select(s => s.Name);

    private static AnnexPreview ReadTable(
        AnnexGrid grid, AnnexLayout layout, Beside beside, AnnexReferences references, AnnexChoices choices, AnnexTarget? target)
    {
        var findings = new AnnexFindings();
        var heading = AnnexHeadingReader.Read(grid, layout);
        var units = AnnexUnitReader.Read(grid, layout, choices.Unit, findings);
        CheckTexts(grid.Texts, layout, choices, findings);
        CheckColumns(grid, layout, findings);
        if (beside.Tables.Count > 1 && choices.Sheet != grid.Sheet.Name) findings.Fault(new(AnnexProblemKind.SheetUnclear, null) { Text = string.Join("», «", beside.Tables) });
        else foreach (var sheet in beside.Tables.Where(t => t != grid.Sheet.Name)) findings.Warn(new(AnnexProblemKind.OtherSheetHasTable, null) { Text = sheet });

        var year = target?.Year ?? heading.Year;
        var rowReader = new AnnexRowReader(grid, layout, units, references.Areas, choices, year, findings);
        var table = AnnexTable.Read(AnnexFrame.Settle(new AnnexLineReader(grid, layout, choices).Read(), references.Categories), rowReader, references.Categories, choices, findings);
        if (table.Groups.Count == 0) findings.Fault(new(AnnexProblemKind.NoProjects, layout.Address));

        var sums = units.All.Count > 0 ? table.CheckSums(new AnnexSums(grid, layout, units, findings)) : [];
        var written = WrittenSource(heading, layout);
        var rows = table.Groups.SelectMany(g => g.Rows).ToList();
        AnnexChecks.Count(heading, table.StatedCount, rows.Count, findings);
        AnnexChecks.Ordinals(table.Groups, findings);
        AnnexChecks.Names(rows, findings);
        AnnexChecks.Identity(heading, target, written, findings);
        AnnexChecks.Periods(rows, year, findings);
        AnnexChecks.Hidden(rows, findings);
        AnnexChecks.Struck(grid, layout, rows, findings);
        var source = choices.Source ?? target?.Source ?? written;
        new AnnexLikelihood(rows, source, references.Comparison, findings).Check();
        AnnexChecks.FundingYears(layout, year, findings);

        var adjustment = layout.Adjustment is null ? null : AnnexAdjustment.Read(grid, layout, units, rows, [.. findings.LeftOut.Where(r => choices.Rows.GetValueOrDefault(r) != AnnexLineKind.Ignored)]);
        if (layout.Adjustment is { } columns) findings.OnlyAdjusts(columns.Header);
        return new AnnexPreview(
            grid.Sheet.Name, layout.Address, units, source, heading, layout.Found,
            table.Groups, sums, InOrder(findings.Faults), InOrder(findings.Warnings), InOrder(findings.Consequences))
        {
            Account = new AnnexAccount(rows.Count, table.Frame.Groups, table.Frame.Sums, rows.Sum(r => r.Parts.Count), findings.LeftOut, layout.Unread, beside.NotRead),
            Adjustment = adjustment, Years = layout.Years, Tables = beside.Tables, InFile = choices.Typed.Keys.ToDictionary(c => c, c => grid.At(c.Row, c.Column)?.InFile ?? string.Empty),
        };
    }

    // What was converted is shown first; what nobody can read is typed anew.
    private static void CheckTexts(OldTexts texts, AnnexLayout layout, AnnexChoices choices, AnnexFindings findings)
    {
        if (texts.Converted.Count > 0 && !choices.ConvertsTexts)
        {
            var first = texts.Converted[0];
            findings.Fault(new(AnnexProblemKind.OldText, first.Address) { Text = first.InFile, Expected = first.Raw, Count = texts.Converted.Count });
        }

        foreach (var cell in texts.Unreadable.Where(c => c.Address.Row > layout.LastHeaderRow && layout.Read.Any(f => f.Header.Column == c.Address.Column) && !choices.Typed.ContainsKey(c.Address))) findings.Fault(new(AnnexProblemKind.TextUnreadable, cell.Address) { Text = cell.Raw });
    }

    private static void CheckColumns(AnnexGrid grid, AnnexLayout layout, AnnexFindings findings)
    {
        if (!layout.Has(AnnexColumn.Support) && layout.Years.Count == 0) findings.Fault(new(AnnexProblemKind.SupportColumnMissing, layout.Address));
        foreach (var twice in layout.Twice) findings.Fault(new(AnnexProblemKind.ColumnTwice, twice.Header) { Text = twice.Label, Column = twice.Column });
        foreach (var column in layout.Unread.Where(u => u.HasAmounts || u.IsHidden))
        {
            findings.Warn(new(column.IsHidden ? AnnexProblemKind.HiddenColumnNotRead : AnnexProblemKind.ColumnNotRead, column.Header) { Text = column.Label, Expected = CellAddress.ColumnLetters(column.Header.Column) });
        }

        foreach (var column in layout.Read.Where(f => grid.IsUnseen(f.Header.Column, layout.LastHeaderRow)))
        {
            findings.Warn(new(AnnexProblemKind.HiddenColumnRead, column.Header) { Text = column.Label, Expected = CellAddress.ColumnLetters(column.Header.Column) });
        }

        foreach (var column in new[] { AnnexColumn.Area, AnnexColumn.Period, AnnexColumn.Total })
        {
            if (!layout.Has(column)) findings.Warn(new(AnnexProblemKind.ColumnMissing, layout.Address) { Column = column });
        }

    }

    private static FundingSource? WrittenSource(AnnexHeading heading, AnnexLayout layout)
    {
        var label = layout.Found.FirstOrDefault(f => f.Column == AnnexColumn.Support)?.Label ?? layout.Years.FirstOrDefault(y => y.Part == AnnexColumn.Support)?.Label;
        return AnnexHeadingReader.SourceIn(VietnameseText.Fold(label)) ?? heading.Source;
    }

    // The sheets that hold a table like an annex, and those with content that are not read.
    private sealed record Beside(IReadOnlyList<string> Tables, IReadOnlyList<string> NotRead);

    private static List<AnnexProblem> InOrder(List<AnnexProblem> problems) => [.. problems.OrderBy(p => p.Cell ?? new CellAddress(0, 0))];
}
