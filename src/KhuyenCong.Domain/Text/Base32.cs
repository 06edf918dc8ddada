using System.Text;

namespace KhuyenCong.Domain.Text;

/// <summary>Bytes as letters and digits that nobody mistakes (RFC 4648, without filling).</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        int buffer = 0, bits = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
        }

        if (bits > 0) text.Append(Alphabet[(buffer << (5 - bits)) & 31]);
        return text.ToString();
    }

    /// <summary>The bytes; null for a text that holds anything else. Blanks, hyphens and the case are not looked at.</summary>
    public static byte[]? Read(string? text)
    {
        var bytes = new List<byte>();
        int buffer = 0, bits = 0;
        foreach (var c in (text ?? string.Empty).Where(c => c is not (' ' or '-')))
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            if (value < 0) return null;
            buffer = ((buffer << 5) | value) & 0xfff;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
        }

        return [.. bytes];
    }
}
