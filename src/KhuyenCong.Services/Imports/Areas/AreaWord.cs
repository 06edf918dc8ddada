using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Imports.Areas;

/// <summary>A word of an area text, as written and folded.</summary>
internal readonly record struct AreaWord(string Written, string Folded)
{
    // "Trên địa bàn", "các", "02" before a type do not end what stands before it.
    private static readonly HashSet<string> Leading = ["tren", "dia", "ban", "cac", "tai", "thuoc", "cua", "gom"];

    public static List<AreaWord> Of(string segment) =>
        [.. segment.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => new AreaWord(w, VietnameseText.Fold(w)))];

    public bool IsLeading => Folded.Length == 0 || Leading.Contains(Folded) || Folded.All(char.IsAsciiDigit);

    /// <summary>
    /// Where in the words another unit begins, though no comma stands before it ("thôn 3 xã Hòa Phú huyện …"). Types are
    /// taken with their marks or with none, so that "Tịnh" is not "tỉnh".
    /// </summary>
    public static bool StartsUnit(List<AreaWord> words, int at)
    {
        if (at + 1 >= words.Count) return false;
        var word = words[at];
        var before = words[at - 1].Folded;
        if (word.Is("thuộc", "thuoc") || word.Is("huyện", "huyen") || word.Is("phường", "phuong") || word.Is("tp", "tp") || word.Is("tx", "tx") || word.Is("tt", "tt")) return true;
        if (word.Is("tỉnh", "tinh")) return words[at + 1].Folded != "lo";
        if (word.Is("xã", "xa")) return before is not ("thi" or "tac");
        if (word.Folded is "h" or "x" or "p") return word.Written.EndsWith('.');
        var next = words[at + 1];
        return at + 2 < words.Count
            && ((word.Is("thị", "thi") && (next.Is("xã", "xa") || next.Is("trấn", "tran"))) || (word.Is("thành", "thanh") && next.Is("phố", "pho")));
    }

    private bool Is(string marked, string plain)
    {
        var letters = Written.TrimEnd('.', ':').ToLowerInvariant();
        return letters == marked || letters == plain;
    }
}
