namespace KhuyenCong.Services;

/// <summary>How a use case ended; pages answer each with its own status code.</summary>
public enum Outcome
{
    /// <summary>Done: redirect with a notice.</summary>
    Done,

    /// <summary>Field errors: 400.</summary>
    Invalid,

    /// <summary>Conditions unmet, all of them listed: 422.</summary>
    Refused,

    /// <summary>Not there, or out of the actor's scope: 404.</summary>
    NotFound,

    /// <summary>The actor lacks the permission: 403.</summary>
    Forbidden,

    /// <summary>The content moved since it was shown: 409, with both versions.</summary>
    Stale,
}
