using System.Collections.Frozen;
using System.Text;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.People;

/// <summary>Passwords known from breaches, one in a line of a file that the operator keeps. Shorter ones than are taken anyway are not remembered.</summary>
public sealed class RefusedPasswords
{
    /// <summary>Of an operator who gave no list.</summary>
    public static readonly RefusedPasswords None = new([]);

    private readonly FrozenSet<string> _known;

    private RefusedPasswords(IEnumerable<string> known) => _known = known.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How many of the list are remembered.</summary>
    public int Count => _known.Count;

    /// <param name="path">A text in UTF-8.</param>
    /// <param name="shortest">The shortest password that is taken, in characters.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static RefusedPasswords Read(string path, int shortest) =>
        new(File.ReadLines(path, Encoding.UTF8).Select(Folded).Where(line => line.Length >= shortest));

    /// <summary>Whether the list holds it, in whatever case and with whatever spaces around it.</summary>
    public bool Holds(string password) => _known.Count > 0 && _known.Contains(Folded(password));

    private static string Folded(string password) => VietnameseText.Normalize(password, NormalizationForm.FormC).Trim().ToLowerInvariant();
}
