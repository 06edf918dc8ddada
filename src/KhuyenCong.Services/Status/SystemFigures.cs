namespace KhuyenCong.Services.Status;

/// <summary>What the database tells about the portal itself; nothing of its content.</summary>
/// <param name="Provider">The provider's short name.</param>
/// <param name="AppliedMigrations">How many changes of the schema were applied.</param>
/// <param name="PendingMigrations">How many this version still waits for.</param>
/// <param name="Answer">How long the first command took, the connection included.</param>
/// <param name="FailedSignIns">Wrong passwords and lockouts of accounts in the last 24 hours: the start of the hour (UTC), how many.</param>
/// <param name="OpenSessions">Sessions that may still be used.</param>
/// <param name="OpenAlarms">Alarms that nobody has taken note of.</param>
public sealed record SystemFigures(
    string Provider,
    int AppliedMigrations,
    int PendingMigrations,
    TimeSpan Answer,
    IReadOnlyList<HourCount> FailedSignIns,
    int OpenSessions,
    int OpenAlarms);
