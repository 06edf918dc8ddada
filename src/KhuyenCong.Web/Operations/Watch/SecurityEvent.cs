namespace KhuyenCong.Web.Operations.Watch;

/// <summary>What the log tells about the portal's safety. The names stand in the log and are kept stable.</summary>
public enum SecurityEvent
{
    /// <summary>A try to sign in; its outcome is that of the sign-in.</summary>
    SignIn,

    /// <summary>A code or a passkey was tried, at the door or before an act that counts.</summary>
    SecondFactor,

    /// <summary>Somebody came in; with or without a second factor.</summary>
    SessionStarted,

    /// <summary>A cookie came whose session is over, or whose account changed since.</summary>
    SessionEnded,

    SignOut,

    /// <summary>Password, factors or sessions of the person's own account.</summary>
    OwnAccountChanged,

    /// <summary>A change of the own account that was not taken, such as for a wrong current password.</summary>
    OwnAccountRefused,

    /// <summary>Accounts, roles, delegations, norms, approval steps.</summary>
    AdministrationChanged,

    /// <summary>A permission is missing: 403.</summary>
    Denied,

    /// <summary>A row that is not there or out of the person's scope, which the answer does not tell apart: 404 of a page.</summary>
    NotFound,

    /// <summary>Conditions unmet: 422, with their codes.</summary>
    Refused,

    /// <summary>An act that counts waits for a fresh second factor: 403 or 422.</summary>
    StepUpAsked,

    /// <summary>A form that brought a file was not taken.</summary>
    UploadRefused,

    /// <summary>A file held malware and was not taken; the outcome is the name of the scanner's signature.</summary>
    MalwareFound,

    /// <summary>A file was not taken because the scanner gave no clear answer.</summary>
    ScanFailed,

    /// <summary>Somebody else was faster: 409.</summary>
    Stale,

    AntiforgeryFailed,

    /// <summary>413, 414, 431, and addresses that ask for more than any page understands.</summary>
    Oversize,

    /// <summary>What no page of the portal sends.</summary>
    Malformed,

    RateLimited,

    /// <summary>A file was handed out.</summary>
    Download,

    /// <summary>The portal answers from now on.</summary>
    Started,

    /// <summary>The portal was told to stop.</summary>
    Stopping,

    /// <summary>A command of the operator ended.</summary>
    Command,

    /// <summary>A verification ended.</summary>
    Verified,

    /// <summary>Something does not agree with the trail.</summary>
    IntegrityAlarm,
}
