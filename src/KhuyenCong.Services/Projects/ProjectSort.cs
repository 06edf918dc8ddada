namespace KhuyenCong.Services.Projects;

/// <summary>What the list of projects is sorted by.</summary>
public enum ProjectSort
{
    /// <summary>As in the annexes: plan, group, place.</summary>
    Annex,
    Code,
    Name,
    Status,
    Support,
    Posted,
    Percent,

    /// <summary>The end of the last month.</summary>
    End,
}
