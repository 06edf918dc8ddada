namespace KhuyenCong.Racer;

/// <summary>The first line that a racer reads: where it works, and who acts.</summary>
/// <param name="Connection">The database, which must be there.</param>
/// <param name="StorageRoot">The folder of the documents.</param>
/// <param name="Now">The clock, which stands still.</param>
/// <param name="Centre">Who proposes money.</param>
/// <param name="Accountant">Who validates it.</param>
/// <param name="Body">The organisation that issues decisions.</param>
public sealed record RaceSetup(string Connection, string StorageRoot, DateTimeOffset Now, RacePerson Centre, RacePerson Accountant, int Body);

/// <summary>An account.</summary>
public sealed record RacePerson(int Id, string Name);
