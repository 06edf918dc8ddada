namespace KhuyenCong.Services.Imports.Workbooks.Xls;

/// <summary>
/// Walks the shared strings of an .xls ([MS-XLS] 2.4.265) before the library does, which trusts their lengths, and keeps
/// where a string changes its font, which the library does not tell.
/// </summary>
internal sealed class XlsStrings
{
    private readonly List<ArraySegment<byte>> _records;
    private int _record;
    private int _at = 8;

    private XlsStrings(List<ArraySegment<byte>> records) => _records = records;

    private long Rest => _records.Skip(_record).Sum(r => (long)r.Count) - _at;

    /// <summary>By the number of a string: from which letter on which font stands.</summary>
    /// <param name="records">The record of the strings and those that continue it.</param>
    /// <exception cref="InvalidDataException">The strings do not end where their lengths say.</exception>
    public static Dictionary<int, List<(int From, int Font)>> FontsOf(List<XlsRecord> records)
    {
        var fonts = new Dictionary<int, List<(int, int)>>();
        if (records.Count == 0) return fonts;
        var walk = new XlsStrings([.. records.Select(r => r.Data)]);
        var count = records[0].U32(4);
        for (var i = 0; i < count; i++)
        {
            if (walk.String() is { Count: > 0 } changes) fonts[i] = changes;
        }

        return fonts;
    }

    private List<(int, int)> String()
    {
        if (_at == _records[_record].Count) NextRecord();
        var letters = Byte() | (Byte() << 8);
        var flags = Byte();
        var changes = (flags & 8) != 0 ? Byte() | (Byte() << 8) : 0;
        long more = (flags & 4) != 0 ? (uint)(Byte() | (Byte() << 8) | (Byte() << 16) | (Byte() << 24)) : 0;
        SkipLetters(letters, (flags & 1) != 0);
        if ((changes * 4L) + more > Rest) throw new InvalidDataException();
        var fonts = new List<(int, int)>(changes);
        for (var i = 0; i < changes; i++) fonts.Add((Next() | (Next() << 8), Next() | (Next() << 8)));
        for (; more > 0; more--) Next();
        return fonts;
    }

    // A record that continues letters begins by saying anew how wide they are.
    private void SkipLetters(int letters, bool wide)
    {
        while (letters > 0)
        {
            if (_at == _records[_record].Count)
            {
                NextRecord();
                wide = (Byte() & 1) != 0;
            }

            var here = Math.Min(letters, (_records[_record].Count - _at) / (wide ? 2 : 1));
            if (here == 0) throw new InvalidDataException();
            _at += here * (wide ? 2 : 1);
            letters -= here;
        }
    }

    private byte Byte() => _at < _records[_record].Count ? _records[_record][_at++] : throw new InvalidDataException();

    private byte Next()
    {
        if (_at == _records[_record].Count) NextRecord();
        return Byte();
    }

    private void NextRecord()
    {
        if (++_record >= _records.Count) throw new InvalidDataException();
        _at = 0;
    }
}
