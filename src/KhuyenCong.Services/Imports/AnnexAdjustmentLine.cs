using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Imports;

/// <summary>A line of an adjustment's annex beside the project it is about.</summary>
public sealed record AnnexAdjustmentLine(int RowNumber, string? Name, AnnexAdjustmentState State)
{
    public int? ProjectId { get; init; }

    public string? Code { get; init; }

    public Vnd? Before { get; init; }

    public Vnd? After { get; init; }

    /// <summary>The project's support as the plan has it.</summary>
    public Vnd? Current { get; init; }

    /// <summary>It becomes a line of the adjustment.</summary>
    public bool Changes => State is AnnexAdjustmentState.Raises or AnnexAdjustmentState.Lowers or AnnexAdjustmentState.Stops;

    public bool Differs => State >= AnnexAdjustmentState.NoProject;

    /// <summary>A difference of a line that changes nothing does not stand in the way of the others.</summary>
    public bool Blocks => Differs && !(State is AnnexAdjustmentState.NoProject or AnnexAdjustmentState.SeveralProjects && Before == After);
}
