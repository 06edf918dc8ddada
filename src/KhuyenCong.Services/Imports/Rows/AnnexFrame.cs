using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Categories;
using KhuyenCong.Services.Imports.Layout;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>
/// Settles what rows are by what stands around them: a repeated header, numbers below numbers, dashes, titles without
/// numerals. What a person chose is left as it is.
/// </summary>
internal sealed class AnnexFrame
{
    private const int LongestNumber = 20;

    // What a line is follows from what stands near it.
    private const int Near = 500;

    private readonly List<AnnexLine> _lines;
    private readonly CategoryMatcher _categories;
    private readonly HashSet<string> _numerals;
    private readonly int _firstItem;

    private AnnexFrame(List<AnnexLine> lines, CategoryMatcher categories)
    {
        _lines = lines;
        _categories = categories;
        _numerals = lines.Where(l => l.Kind == AnnexLineKind.Group).Select(NumeralOf).ToHashSet(StringComparer.Ordinal);
        _firstItem = lines.FindIndex(l => l.Kind == AnnexLineKind.Item);
    }

    public static IReadOnlyList<AnnexLine> Settle(List<AnnexLine> lines, CategoryMatcher categories)
    {
        var frame = new AnnexFrame(lines, categories);
        frame.CutOtherTable();
        frame.ReadFooter();
        frame.ReadNumbers();
        frame.ReadDashes();
        frame.ReadTitles();
        frame.ReadSections();
        return lines;
    }

    /// <summary>The number of an item in its levels, such as "1.2"; empty when it has none.</summary>
    public static string NumberOf(AnnexLine line) =>
        line.Ordinal is { Length: <= LongestNumber } ordinal && char.IsAsciiDigit(ordinal[0]) ? ordinal.TrimEnd('.', ')').Replace(',', '.').Trim() : string.Empty;

    // The header stands again and the numbers start anew although no group does: another table, with a title of its own.
    private void CutOtherTable()
    {
        for (var i = 1; i < _lines.Count; i++)
        {
            if (!_lines[i].FollowsHeader || _firstItem < 0 || _firstItem >= i) continue;
            var isTitled = _lines[i - 1].Kind == AnnexLineKind.Text && AnnexLabels.IsTableTitle(VietnameseText.Fold(_lines[i - 1].Label));
            var headsGroup = _lines[i - 1].Kind is AnnexLineKind.Group || (_lines[i - 1] is { Kind: AnnexLineKind.Text, IsEmphasised: true } && !isTitled);
            if (!isTitled && (headsGroup || !StartsAnew(i))) continue;
            for (var j = isTitled ? i - 1 : i; j < _lines.Count; j++) Set(j, AnnexLineKind.OtherTable);
            return;
        }
    }

    private bool StartsAnew(int index)
    {
        var first = _lines.Skip(index).Take(Near).FirstOrDefault(l => l.Kind is AnnexLineKind.Item or AnnexLineKind.Group);
        return first is { Kind: AnnexLineKind.Item } && NumberOf(first) == "1" && NumberOf(_lines[_firstItem]) is "1" or "1.1";
    }

    // Below the last TỔNG CỘNG stand signatures and notes, unless a number or an amount tells of more projects.
    private void ReadFooter()
    {
        var total = _lines.FindLastIndex(l => l.Kind == AnnexLineKind.GrandTotal);
        if (total < 0 || _lines.Skip(total + 1).Any(l => l.IsChosen || l.HasAmount || (l.Kind == AnnexLineKind.Item && NumberOf(l).Length > 0) || l.Kind is AnnexLineKind.Group or AnnexLineKind.OtherTable)) return;
        for (var i = total + 1; i < _lines.Count; i++) Set(i, AnnexLineKind.Text);
    }

    // «1» above «1.1»: a project and its parts when it says where and for whom; a group when no group stands above it.
    private void ReadNumbers()
    {
        var isInGroup = false;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].Kind == AnnexLineKind.Group) isInGroup = true;
            if (_lines[i].Kind != AnnexLineKind.Item || NumberOf(_lines[i]) is not { Length: > 0 } number || !IsAboveNumber(i, number)) continue;
            if (_lines[i].Describes)
            {
                for (var j = i + 1; j < _lines.Count && !EndsParts(_lines[j], number); j++) if (_lines[j].Kind == AnnexLineKind.Item) Set(j, AnnexLineKind.Part);
            }
            else if (!isInGroup && !number.Contains('.', StringComparison.Ordinal)) Set(i, AnnexLineKind.Group);
        }
    }

    private bool IsAboveNumber(int index, string number)
    {
        var next = _lines.Skip(index + 1).Take(Near).TakeWhile(l => l.Kind is AnnexLineKind.Item or AnnexLineKind.Text).FirstOrDefault(l => l.Kind == AnnexLineKind.Item);
        return next is not null && NumberOf(next).StartsWith(number + ".", StringComparison.Ordinal);
    }

    private static bool EndsParts(AnnexLine line, string number) =>
        line.Kind is AnnexLineKind.Group or AnnexLineKind.Subtotal or AnnexLineKind.GrandTotal
        || (line is { Kind: AnnexLineKind.Item, IsDashed: false } && !NumberOf(line).StartsWith(number + ".", StringComparison.Ordinal));

    // A dash below a project belongs to it, below a sum it tells what the sum is made of; where every project has one, it is a project.
    private void ReadDashes()
    {
        AnnexLine? above = null;
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (!line.IsChosen && (line.IsDashed || line.Kind == AnnexLineKind.Breakdown) && line.Kind is AnnexLineKind.Item or AnnexLineKind.Text or AnnexLineKind.Breakdown)
            {
                var isListed = line.IsDashed && line.Describes && line.HasAmount && above is null or { Kind: AnnexLineKind.Group } or { Kind: AnnexLineKind.Item, IsDashed: true };
                if (!isListed) Set(i, above?.Kind == AnnexLineKind.Item ? AnnexLineKind.Part : line.HasAmount || line.Kind == AnnexLineKind.Breakdown ? AnnexLineKind.Breakdown : AnnexLineKind.Text);
            }

            if (_lines[i].Kind is AnnexLineKind.Item or AnnexLineKind.Group or AnnexLineKind.Subtotal or AnnexLineKind.GrandTotal) above = _lines[i];
            else if (_lines[i].Kind == AnnexLineKind.Part && above?.Kind != AnnexLineKind.Item) Set(i, AnnexLineKind.Text);
        }
    }

    // Below the last project stand footers; above it a text is a title when it looks like one, names a category, or numbers start anew.
    private void ReadTitles()
    {
        var last = _lines.FindLastIndex(l => l.Kind == AnnexLineKind.Item);
        for (var i = 0; i < last; i++)
        {
            if (_lines[i] is not { Kind: AnnexLineKind.Text, IsDashed: false } line) continue;
            var next = _lines.Skip(i + 1).Take(Near).FirstOrDefault(l => l.Kind is AnnexLineKind.Item or AnnexLineKind.Group);
            var startsAnew = next is { Kind: AnnexLineKind.Item } && NumberOf(next) == "1" && _firstItem >= 0 && _firstItem < i;
            if (line.IsEmphasised || startsAnew || _categories.Match(line.Label) is not null) Set(i, AnnexLineKind.Group);
        }
    }

    // A title right above another one of a lower kind heads it; so does one that names a source and no category.
    private void ReadSections()
    {
        for (var i = 0; i + 1 < _lines.Count; i++)
        {
            if (_lines[i].Kind != AnnexLineKind.Group) continue;
            var namesSource = AnnexHeadingReader.SourceIn(VietnameseText.Fold(_lines[i].Label)) is not null && _categories.Match(_lines[i].Label) is null;
            if (namesSource || (_lines[i + 1].Kind == AnnexLineKind.Group && StyleOf(_lines[i]) < StyleOf(_lines[i + 1]))) Set(i, AnnexLineKind.Section);
        }
    }

    // Letters head Roman numerals, these head plain numbers and titles without any; «I» and «C» are numerals unless they follow a letter.
    private int StyleOf(AnnexLine line)
    {
        var bare = NumeralOf(line);
        if (bare.Length == 0) return 3;
        if (char.IsAsciiDigit(bare[0])) return 2;
        if (bare.Length > 1 || RomanNumeral.Parse(bare) is not { } number) return RomanNumeral.Parse(bare) is null ? 0 : 1;
        return number < 5 || !_numerals.Contains(((char)(bare[0] - 1)).ToString()) ? 1 : 0;
    }

    private static string NumeralOf(AnnexLine line) => line.Ordinal?.TrimEnd('.', ')', ':').Trim() ?? string.Empty;

    private void Set(int index, AnnexLineKind kind)
    {
        if (!_lines[index].IsChosen) _lines[index] = _lines[index] with { Kind = kind };
    }
}
