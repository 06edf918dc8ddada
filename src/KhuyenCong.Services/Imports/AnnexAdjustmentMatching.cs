using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Rows;

namespace KhuyenCong.Services.Imports;

/// <summary>Finds the project of each line of an adjustment's annex by its name, and by its beneficiary where several have that name.</summary>
public static class AnnexAdjustmentMatching
{
    /// <summary>A project of the plan in force, with its support as it stands.</summary>
    public sealed record Candidate(int Id, string Code, string Name, string Beneficiary, Vnd Support);

    public static IReadOnlyList<AnnexAdjustmentLine> Match(AnnexAdjustment annex, IReadOnlyList<Candidate> projects)
    {
        ArgumentNullException.ThrowIfNull(annex);
        var byName = projects.ToLookup(p => VietnameseText.Fold(p.Name), StringComparer.Ordinal);
        var taken = new HashSet<int>();
        return
        [
            .. annex.Rows.Select(Line),
            .. annex.NotRead.Select(n => new AnnexAdjustmentLine(n, null, AnnexAdjustmentState.NotRead)),
        ];

        AnnexAdjustmentLine Line(AnnexAdjustmentRow row)
        {
            var found = byName[VietnameseText.Fold(row.Name)].ToList();
            var line = new AnnexAdjustmentLine(row.RowNumber, row.Name, found.Count == 0 ? AnnexAdjustmentState.NoProject : AnnexAdjustmentState.SeveralProjects) { Before = row.Before, After = row.After };
            if (found.Count > 1) found = found.FindAll(p => VietnameseText.Fold(p.Beneficiary) == VietnameseText.Fold(row.Beneficiary));
            if (found is not [var project]) return line;
            return line with { ProjectId = project.Id, Code = project.Code, Current = project.Support, State = taken.Add(project.Id) ? StateOf(row, project.Support) : AnnexAdjustmentState.Twice };
        }
    }

    private static AnnexAdjustmentState StateOf(AnnexAdjustmentRow row, Vnd current) => (row.Before, row.After) switch
    {
        (null, _) or (_, null) => AnnexAdjustmentState.Unreadable,
        ({ } before, _) when before != current => AnnexAdjustmentState.BeforeDiffers,
        (_, { } after) when after == current => AnnexAdjustmentState.Stays,
        (_, { IsZero: true }) => AnnexAdjustmentState.Stops,
        (_, { } after) => after > current ? AnnexAdjustmentState.Raises : AnnexAdjustmentState.Lowers,
    };
}
