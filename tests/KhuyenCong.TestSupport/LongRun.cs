namespace KhuyenCong.TestSupport;

/// <summary>Tests whose worth grows with their rounds: a part of them fits into every run, KHUYENCONG_FIRE=whole takes them all.</summary>
public static class LongRun
{
    private static bool IsWhole => Environment.GetEnvironmentVariable("KHUYENCONG_FIRE") == "whole";

    public static int Rounds(int whole, int inEveryRun) => IsWhole ? whole : inEveryRun;
}
