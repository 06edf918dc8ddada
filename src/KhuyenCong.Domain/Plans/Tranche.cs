using KhuyenCong.Domain.Text;

namespace KhuyenCong.Domain.Plans;

/// <summary>
/// A tranche of a year's plan: numbered (đợt I, II, …) or a supplement (bổ sung, bổ sung lần 2, …).
/// </summary>
/// <param name="Code">1–20 for numbered tranches, 101–120 for supplements; orders tranches as they follow each other.</param>
public readonly record struct Tranche(int Code)
{
    private const int FirstSupplement = 101;
    private const int Most = 20;

    /// <summary>Every tranche that can be chosen, in order.</summary>
    public static IReadOnlyList<Tranche> All { get; } =
        [.. Enumerable.Range(1, 10).Select(Numbered), .. Enumerable.Range(1, 5).Select(Supplement)];

    public bool IsSupplement => Code >= FirstSupplement;

    /// <summary>The number within its kind, from 1.</summary>
    public int Number => IsSupplement ? Code - FirstSupplement + 1 : Code;

    /// <summary>False for codes that name no tranche.</summary>
    public bool IsValid => Code is (>= 1 and <= Most) or (>= FirstSupplement and < FirstSupplement + Most);

    public static Tranche Numbered(int number) => new(number);

    public static Tranche Supplement(int number = 1) => new(FirstSupplement + number - 1);

    /// <summary>Short ASCII form for project codes: "D1" for tranche I, "BS1" for the first supplement.</summary>
    public string ShortCode => (IsSupplement ? "BS" : "D") + Number;

    public override string ToString() => IsSupplement ? $"S{Number}" : RomanNumeral.Of(Number);
}
