using KhuyenCong.Services.Imports.Layout;
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

    /// <summary>Notes that a sum over this cell cannot be trusted.</summary>
    public void MarkFaulty(int row, AnnexColumn column) => _faulty.Add((row, column));

    public bool IsFaulty(int row, AnnexColumn column) => _faulty.Contains((row, column));
}
