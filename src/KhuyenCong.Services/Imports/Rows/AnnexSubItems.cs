namespace KhuyenCong.Services.Imports.Rows;

/// <summary>Lines that only sum what is numbered below them: «1» above «1.1» and «1.2». They are no projects.</summary>
internal sealed class AnnexSubItems
{
    private readonly List<(AnnexLine Line, string Prefix, List<AnnexRow> Rows)> _sums = [];
    private int _open;

    /// <summary>Each of them with the rows that are numbered below it.</summary>
    public IEnumerable<(AnnexLine Line, IReadOnlyList<AnnexRow> Rows)> Sums => _sums.Select(s => (s.Line, (IReadOnlyList<AnnexRow>)s.Rows));

    /// <summary>True when the next project is numbered below this line; then the line is kept as their sum.</summary>
    public bool Takes(IReadOnlyList<AnnexLine> lines, int index)
    {
        var prefix = Number(lines[index]);
        var next = lines.Skip(index + 1).TakeWhile(l => l.Kind is AnnexLineKind.Item or AnnexLineKind.Text).FirstOrDefault(l => l.Kind == AnnexLineKind.Item);
        if (prefix.Length == 0 || next is null || !IsBelow(Number(next), prefix)) return false;
        _sums.Add((lines[index], prefix, []));
        return true;
    }

    /// <summary>Numbers may start again in the next group.</summary>
    public void Close() => _open = _sums.Count;

    /// <summary>A project, under every open line that it is numbered below.</summary>
    public void Add(AnnexLine line, AnnexRow row)
    {
        var number = Number(line);

        foreach (var sum in _sums.Skip(_open).GroupBy(s => s.Prefix, StringComparer.Ordinal).Select(g => g.Last()).Where(s => IsBelow(number, s.Prefix))) sum.Rows.Add(row);
    }

    private static string Number(AnnexLine line) => (line.Ordinal ?? string.Empty).TrimEnd('.', ')').Replace(',', '.').Trim();

    private static bool IsBelow(string number, string prefix) => number.StartsWith(prefix + ".", StringComparison.Ordinal);
}
