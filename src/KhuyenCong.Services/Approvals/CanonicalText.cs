using KhuyenCong.Domain.Text;
using System.Globalization;
using System.Text;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Approvals;

/// <summary>
/// The canonical text of what is submitted: one line for each value, «path: value», NFC, in the document's own order,
/// whole đồng, days as yyyy-MM-dd; empty values have no line. The same content always gives the same bytes.
/// </summary>
public sealed class CanonicalText
{
    private readonly StringBuilder _text = new();

    /// <param name="kind">Name and version of the layout, the first line.</param>
    public CanonicalText(string kind) => _text.Append(kind).Append('\n');

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public string Sha256 => AuditSeal.HashOf(ToString());

    public CanonicalText Add(string path, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            // A value never ends its line: what is read back is what was written.
            var line = VietnameseText.Normalize(value, NormalizationForm.FormC).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
            _text.Append(path).Append(": ").Append(line).Append('\n');
        }

        return this;
    }

    public CanonicalText Add(string path, Vnd? amount) => Add(path, amount?.ToString());

    public CanonicalText Add(string path, int? number) => Add(path, number?.ToString(CultureInfo.InvariantCulture));

    public CanonicalText Add(string path, DateOnly? day) => Add(path, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Path → value, in the text's order; the first line, which names the layout, has the empty path.</summary>
    public static IReadOnlyList<(string Path, string Value)> Read(string canonical)
    {
        var lines = canonical.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. lines.Select((line, index) =>
            {
                var colon = line.IndexOf(": ", StringComparison.Ordinal);
                return index == 0 || colon < 0 ? (string.Empty, line) : (line[..colon], Plain(line[(colon + 2)..]));
            }),
        ];
    }

    /// <summary>The sum of support that a text ends with: of a plan what it needs, of an adjustment what it changes.</summary>
    public static Vnd? SupportOf(string canonical)
    {
        var line = Read(canonical).LastOrDefault(l => l.Path == "sum.support");
        return long.TryParse(line.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var dong) ? new Vnd(dong) : null;
    }

    public override string ToString() => _text.ToString();

    private static string Plain(string value)
    {
        var plain = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length) plain.Append(value[++i] == 'n' ? '\n' : value[i]);
            else plain.Append(value[i]);
        }

        return plain.ToString();
    }
}
