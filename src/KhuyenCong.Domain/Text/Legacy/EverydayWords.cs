using System.Collections.Frozen;

namespace KhuyenCong.Domain.Text.Legacy;

/// <summary>Words of annexes, spelt as <see cref="Syllable"/> spells them with the tone's number behind.</summary>
internal static class EverydayWords
{
    // Two letters that read as a word only by the old table would else be too little.
    private static readonly FrozenSet<string> Short =
        "xa3 hO1 gO3 cO2 bo1 sU4 cu2 tO2 s72 ky3 my3 Du2 tu2 tU2".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsShort(Syllable syllable) => Short.Contains(syllable.Letters + syllable.Tone);
}
