namespace KhuyenCong.Services.Seeding;

public enum DemoOutcome
{
    Seeded,
    AlreadyThere,

    /// <summary>An earlier start was stopped while it played; the data folder must be made anew.</summary>
    Incomplete,
}
