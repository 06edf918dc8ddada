namespace KhuyenCong.Services.Imports.Workbooks.Xls;

/// <summary>A worksheet of an .xls as walked record by record: its bounds are checked, and what the library does not tell is kept.</summary>
internal sealed class XlsSheet
{
    private const int MostColumns = 256;

    public Dictionary<CellAddress, XlsCell> Cells { get; } = [];

    public HashSet<int> HiddenRows { get; } = [];

    /// <summary>Rows with a value.</summary>
    public HashSet<int> Rows { get; } = [];

    public int Merges { get; private set; }

    /// <summary>Walks the sheet that begins at an offset.</summary>
    /// <exception cref="InvalidDataException">A record lies about what it holds, or the sheet does not end.</exception>
    public static XlsSheet At(byte[] stream, long offset)
    {
        var sheet = new XlsSheet();
        foreach (var record in XlsRecords.PartAt(stream, offset)) sheet.Walk(record);
        return sheet;
    }

    private void Walk(XlsRecord record)
    {
        switch (record.Id)
        {
            case XlsRecord.Dimensions:
                // What it states may be anything; the library then goes by the cells.
                record.Data.AsSpan().Clear();
                break;
            case XlsRecord.Row when (record.U16(12) & 0x20) != 0 || record.U16(6) == 0:
                HiddenRows.Add(record.U16(0) + 1);
                break;
            case XlsRecord.Merged:
                Merges += record.U16(0);
                break;
            case XlsRecord.Text or XlsRecord.RichText or XlsRecord.Number or XlsRecord.Rk:
                Add(record, record.U16(2), new XlsCell((ushort)record.U16(4)));
                break;
            case XlsRecord.SharedText:
                Add(record, record.U16(2), new XlsCell((ushort)record.U16(4), Text: (int)Math.Min(record.U32(6), int.MaxValue)));
                break;
            case XlsRecord.BoolOrError:
                Add(record, record.U16(2), new XlsCell((ushort)record.U16(4), Error: record.U8(7) == 0 ? (short)-1 : (short)record.U8(6)));
                break;
            case XlsRecord.Formula:
                var isNumber = record.U16(12) != 0xFFFF;
                Add(record, record.U16(2), new XlsCell(
                    (ushort)record.U16(4), Error: !isNumber && record.U8(6) == 2 ? (short)record.U8(8) : (short)-1, IsFormula: true,
                    IsDue: isNumber && (record.U16(14) & 2) != 0 && record.U32(6) == 0 && record.U32(10) == 0));
                break;
            case XlsRecord.MultipleRk:
                MultipleRk(record);
                break;
        }
    }

    private void MultipleRk(XlsRecord record)
    {
        var (first, last) = (record.U16(2), record.U16(record.Data.Count - 2));
        if (last < first || (last - first + 1) * 6 != record.Data.Count - 6) throw new InvalidDataException();
        for (var column = first; column <= last; column++) Add(record, column, new XlsCell((ushort)record.U16(4 + ((column - first) * 6))));
    }

    private void Add(XlsRecord record, int column, XlsCell cell)
    {
        if (column >= MostColumns) throw new InvalidDataException();
        var row = record.U16(0) + 1;
        Rows.Add(row);
        Cells[new CellAddress(row, column + 1)] = cell;
    }
}
