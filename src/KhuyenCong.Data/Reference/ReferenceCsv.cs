using System.Text;

namespace KhuyenCong.Data.Reference;

/// <summary>Reads the reference files: comma separated, a header line, fields quoted where they hold commas or quotes.</summary>
public static class ReferenceCsv
{
    /// <summary>The rows of an embedded file of this folder.</summary>
    /// <param name="fileName">Such as "units.csv".</param>
    /// <exception cref="FileNotFoundException">No such file is embedded.</exception>
    /// <exception cref="FormatException">The file is malformed.</exception>
    public static IReadOnlyList<CsvRow> ReadEmbedded(string fileName)
    {
        using var stream = typeof(ReferenceCsv).Assembly.GetManifestResourceStream($"{typeof(ReferenceCsv).Namespace}.{fileName}")
            ?? throw new FileNotFoundException("Not among the embedded reference files.", fileName);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd(), fileName);
    }

    /// <param name="text">The whole file.</param>
    /// <param name="fileName">Named in errors.</param>
    /// <exception cref="FormatException">
    /// No header, a column named twice, a row with more or fewer fields than the header, or a broken quotation.
    /// </exception>
    public static IReadOnlyList<CsvRow> Parse(string text, string fileName)
    {
        var lines = Lines(text, fileName);
        if (lines.Count == 0)
            throw new FormatException($"{fileName} has no header.");
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in lines[0])
        {
            if (!columns.TryAdd(name, columns.Count))
                throw new FormatException($"{fileName} has two columns {name}.");
        }

        return [.. lines.Skip(1).Select((fields, index) => Row(fields, $"{fileName}, row {index + 1}", columns))];
    }

    private static CsvRow Row(List<string> fields, string where, Dictionary<string, int> columns) =>
        fields.Count == columns.Count
            ? new CsvRow(where, columns, fields)
            : throw new FormatException($"{where} has {fields.Count} fields, the header {columns.Count}.");

    private static List<List<string>> Lines(string text, string fileName)
    {
        var lines = new List<List<string>>();
        var at = 0;
        while (at < text.Length)
        {
            var fields = new List<string>();
            do
            {
                fields.Add(Field(text, ref at, fileName));
            }
            while (Take(text, ref at, ','));
            Take(text, ref at, '\r');
            if (at < text.Length && !Take(text, ref at, '\n'))
                throw new FormatException($"{fileName}: text after a closing quote, near '{fields[^1]}'.");
            lines.Add(fields);
        }

        return lines;
    }

    private static string Field(string text, ref int at, string fileName)
    {
        if (!Take(text, ref at, '"'))
        {
            var end = text.AsSpan(at).IndexOfAny(',', '\r', '\n');
            var plain = end < 0 ? text[at..] : text.Substring(at, end);
            at += plain.Length;
            return plain.Contains('"', StringComparison.Ordinal)
                ? throw new FormatException($"{fileName}: a quote inside the unquoted field '{plain}'.")
                : plain;
        }

        var field = new StringBuilder();
        while (at < text.Length)
        {
            var next = text[at++];
            if (next == '"' && !Take(text, ref at, '"'))
                return field.ToString();
            field.Append(next);
        }

        throw new FormatException($"{fileName}: a quotation is not closed.");
    }

    private static bool Take(string text, ref int at, char expected)
    {
        if (at >= text.Length || text[at] != expected)
            return false;
        at++;
        return true;
    }
}
