namespace KhuyenCong.Services.Imports;

/// <summary>What a line of an adjustment's annex is to a plan in force.</summary>
public enum AnnexAdjustmentState
{
    Raises,
    Lowers,

    /// <summary>Nothing is left of its support.</summary>
    Stops,
    Stays,

    // The rest are differences between the annex and the plan.
    /// <summary>No project of the plan has this name.</summary>
    NoProject,

    /// <summary>Several have it, and the beneficiary does not tell which.</summary>
    SeveralProjects,

    /// <summary>An earlier line is about the same project.</summary>
    Twice,

    /// <summary>The plan has another support than the annex says it had.</summary>
    BeforeDiffers,

    /// <summary>An amount is missing or cannot be read.</summary>
    Unreadable,

    /// <summary>A row with amounts that is no project.</summary>
    NotRead,
}
