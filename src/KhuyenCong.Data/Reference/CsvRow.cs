using System.Globalization;

namespace KhuyenCong.Data.Reference;

/// <summary>One line of a reference file, its fields found by the header's names.</summary>
public sealed class CsvRow
{
    private readonly string _where;
    private readonly IReadOnlyDictionary<string, int> _columns;
    private readonly IReadOnlyList<string> _fields;

    internal CsvRow(string where, IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> fields)
    {
        _where = where;
        _columns = columns;
        _fields = fields;
    }

    /// <summary>The field as written, "" when empty.</summary>
    /// <exception cref="FormatException">The file has no such column.</exception>
    public string this[string column] =>
        _columns.TryGetValue(column, out var index) ? _fields[index] : throw Wrong(column, "no such column");

    /// <exception cref="FormatException">The field is empty.</exception>
    public string Required(string column) => this[column] is { Length: > 0 } text ? text : throw Wrong(column, "empty");

    /// <summary>Null when empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } text ? text : null;

    /// <summary>A date written yyyy-MM-dd; null when empty.</summary>
    /// <exception cref="FormatException">Another form.</exception>
    public DateOnly? Date(string column) => Optional(column) is not { } text
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong(column, "not a date");

    /// <summary>A whole number in plain digits; null when empty.</summary>
    /// <exception cref="FormatException">Signs, separators or other characters.</exception>
    public long? Number(string column) => Optional(column) is not { } text
        ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(column, "not a whole number");

    /// <summary>"true" or "false".</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public bool Flag(string column) => this[column] switch
    {
        "true" => true,
        "false" => false,
        _ => throw Wrong(column, "neither true nor false"),
    };

    private FormatException Wrong(string column, string what) => new($"{_where}, column {column}: {what}.");
}
