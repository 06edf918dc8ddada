using System.Text;

namespace KhuyenCong.Services.Tests.Exports;

/// <summary>A second reading of RFC 4180, independent of the writer.</summary>
internal static class CsvReader
{
    public static List<List<string>> Read(string csv)
    {
        var (records, record, field, isQuoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < csv.Length; at++)
        {
            var c = csv[at];
            if (isQuoted && c == '"' && at + 1 < csv.Length && csv[at + 1] == '"') field.Append(csv[++at]);
            else if (c == '"') isQuoted = !isQuoted;
            else if (isQuoted || c is not (',' or '\r')) field.Append(c);
            else
            {
                record.Add(field.ToString());
                field.Clear();
                if (c == ',') continue;
                at++;
                records.Add(record);
                record = [];
            }
        }

        return records;
    }
}
