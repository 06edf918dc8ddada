using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>Collects the problems of one reading; the same problem of a merged cell counts once.</summary>
internal sealed class AnnexFindings
{
    private readonly HashSet<(AnnexProblemKind, CellAddress?)> _known = [];
    private readonly HashSet<(int Row, AnnexColumn Column)> _faulty = [];

    public List<AnnexProblem> Faults { get; } = [];

    public List<AnnexProblem> Warnings { get; } = [];

    public List<AnnexProblem> Consequences { get; } = [];

    public void Fault(AnnexProblem problem)
    {
        if (_known.Add((problem.Kind, problem.Cell))) Faults.Add(problem);
    }

    public void Warn(AnnexProblem problem) => Warnings.Add(problem);

    /// <summary>The paper shows another number than the cell holds; said once for all such cells.</summary>
    public void NoteRounded(CellAddress cell, decimal shown, string? exact)
    {
        Once(AnnexProblemKind.AmountShownRounded, cell, NumberFormat.Text(shown), exact);
    }

    /// <summary>A line that is no project, group or sum: said, since an amount may stand in it.</summary>
    public void LeaveOut(AnnexLine line)
    {
        if (line.IsChosen && line.Kind == AnnexLineKind.Ignored)
        {
            LeftOut.Add(line.Row.Number);
            return;
        }

        var kind = line.Kind switch
        {
            AnnexLineKind.Struck => AnnexProblemKind.RowStruck,
            AnnexLineKind.OtherTable => AnnexProblemKind.OtherTableBelow,
            _ => AnnexProblemKind.RowLeftOut,
        };
        LeftOut.Add(line.Row.Number);
        if (kind != AnnexProblemKind.RowStruck && !line.HasAmount) return;
        Once(kind, line.LabelCell, line.Label);
    }

    /// <summary>A line kept with the project above it.</summary>
    public void NotePart(AnnexLine line, string? project) => Once(AnnexProblemKind.PartsKept, line.LabelCell, project);

    public void NoteStruck(SheetCell cell) => Once(AnnexProblemKind.StruckPart, cell.Address, cell.StruckPart);

    /// <summary>Rows of the table that are not read.</summary>
    public List<int> LeftOut { get; } = [];

    // Rows of one kind are told together, the first of them named.
    private void Once(AnnexProblemKind kind, CellAddress cell, string? text, string? expected = null)
    {
        var at = Warnings.FindIndex(w => w.Kind == kind);
        if (at >= 0) Warnings[at] = Warnings[at] with { Count = Warnings[at].Count + 1 };
        else Warn(new(kind, cell) { Text = text, Expected = expected });
    }

    /// <summary>An adjustment's annex becomes no plan: what a plan would need of it is not asked, what every reading needs is.</summary>
    public void OnlyAdjusts(CellAddress header)
    {
        Faults.RemoveAll(f => f.Kind is not (AnnexProblemKind.SheetUnclear or AnnexProblemKind.UnitMissing or AnnexProblemKind.UnitAmbiguous or AnnexProblemKind.OldText or AnnexProblemKind.TextUnreadable));
        Warnings.Clear();
        Consequences.Clear();
        Faults.Add(new(AnnexProblemKind.IsAdjustment, header));
    }

    /// <summary>Notes that a sum over this cell cannot be trusted.</summary>
    public void MarkFaulty(int row, AnnexColumn column) => _faulty.Add((row, column));

    public bool IsFaulty(int row, AnnexColumn column) => _faulty.Contains((row, column));
}
