namespace KhuyenCong.TestSupport;

/// <summary>
/// Whether tests are run against altered code. Long random histories and races are left out then: what they alone would
/// notice is not told by a case that a reader can follow, and each would run anew for every alteration.
/// </summary>
public static class MutationRun
{
    public const string Why = "left out while code is altered (KHUYENCONG_MUTANTS)";

    public static bool IsOn => Environment.GetEnvironmentVariable("KHUYENCONG_MUTANTS") == "1";
}
