using System.Globalization;

namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>The place of a cell, both parts from 1; written as in the workbook ("I22").</summary>
public readonly record struct CellAddress(int Row, int Column) : IComparable<CellAddress>
{
    private const int MostColumns = 16_384;
    private const int MostRows = 1_048_576;

    /// <summary>The address written as "I22" or "$I$22", or null.</summary>
    public static CellAddress? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 14) return null;
        int column = 0, row = 0, digits = 0;
        foreach (var c in text)
        {
            if (c == '$') continue;
            if (char.IsAsciiLetter(c) && digits == 0) column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
            else if (char.IsAsciiDigit(c) && column > 0 && digits < 7)
            {
                row = (row * 10) + (c - '0');
                digits++;
            }
            else return null;
            if (column > MostColumns) return null;
        }

        return column > 0 && row is > 0 and <= MostRows ? new CellAddress(row, column) : null;
    }

    /// <summary>The letters of a column: 1 is A, 27 is AA.</summary>
    public static string ColumnLetters(int column)
    {
        var letters = string.Empty;
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }

    public int CompareTo(CellAddress other) =>
        Row != other.Row ? Row.CompareTo(other.Row) : Column.CompareTo(other.Column);

    public static bool operator <(CellAddress a, CellAddress b) => a.CompareTo(b) < 0;

    public static bool operator >(CellAddress a, CellAddress b) => a.CompareTo(b) > 0;

    public static bool operator <=(CellAddress a, CellAddress b) => a.CompareTo(b) <= 0;

    public static bool operator >=(CellAddress a, CellAddress b) => a.CompareTo(b) >= 0;

    public override string ToString() => ColumnLetters(Column) + Row.ToString(CultureInfo.InvariantCulture);
}
