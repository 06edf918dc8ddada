namespace KhuyenCong.Services.Seeding;

public enum DemoOutcome
{
    Seeded,
    AlreadyThere,
}
