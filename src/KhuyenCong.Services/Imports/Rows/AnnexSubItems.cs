namespace KhuyenCong.Services.Imports.Rows;

/// <summary>Lines that only sum what is numbered below them: «1» above «1.1» and «1.2». They are no projects.</summary>
internal sealed class AnnexSubItems
{
    private const int LongestNumber = 20;

    private readonly List<(AnnexLine Line, IReadOnlyList<AnnexRow> Rows)> _sums = [];
    private readonly Dictionary<string, List<AnnexRow>> _open = new(StringComparer.Ordinal);

    /// <summary>Each of them with the rows that are numbered below it.</summary>
    public IReadOnlyList<(AnnexLine Line, IReadOnlyList<AnnexRow> Rows)> Sums => _sums;

    /// <summary>True when the next project is numbered below this line; then the line is kept as their sum.</summary>
    public bool Takes(IReadOnlyList<AnnexLine> lines, int index)
    {
        var number = Number(lines[index]);
        var next = lines.Skip(index + 1).TakeWhile(l => l.Kind is AnnexLineKind.Item or AnnexLineKind.Text).FirstOrDefault(l => l.Kind == AnnexLineKind.Item);
        if (number.Length == 0 || next is null || !Number(next).StartsWith(number + ".", StringComparison.Ordinal)) return false;
        _sums.Add((lines[index], _open[number] = []));
        return true;
    }

    /// <summary>Numbers may start again in the next group.</summary>
    public void Close() => _open.Clear();

    /// <summary>A project, under every line that it is numbered below.</summary>
    public void Add(AnnexLine line, AnnexRow row)
    {
        var number = Number(line);
        for (var dot = number.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = number.IndexOf('.', dot + 1))
        {
            if (_open.TryGetValue(number[..dot], out var rows)) rows.Add(row);
        }
    }

    // Longer ones are no numbers of an annex.
    private static string Number(AnnexLine line) => line.Ordinal is { Length: <= LongestNumber } ordinal ? ordinal.TrimEnd('.', ')').Replace(',', '.').Trim() : string.Empty;
}
