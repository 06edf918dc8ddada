namespace KhuyenCong.Domain.Projects;

/// <summary>What moves a project's work status.</summary>
public enum ProjectAction
{
    /// <summary>Carried by the approval of its plan.</summary>
    Approve,

    /// <summary>A contract with the beneficiary was signed.</summary>
    Contract,

    /// <summary>Work began: the first progress update, or a start without contract.</summary>
    Start,

    /// <summary>Acceptance minutes were signed.</summary>
    Accept,

    /// <summary>A decision stopped it.</summary>
    Stop,

    /// <summary>Its settlement was posted.</summary>
    Settle,

    /// <summary>Its settlement was reversed.</summary>
    Reopen,
}
