using System.Text;

namespace KhuyenCong.TestSupport;

/// <summary>A file of the repository that a test derives from the product and a person approves by committing it.</summary>
public static class ApprovedFile
{
    /// <summary>Set to 1 to have the files rewritten; read the difference before committing it.</summary>
    public const string Switch = "APPROVE";

    /// <summary>True when the files are being rewritten.</summary>
    public static bool IsApproving => Environment.GetEnvironmentVariable(Switch) == "1";

    /// <summary>Compares the derived text with the file, or rewrites the file when approving.</summary>
    /// <param name="path">From the repository's root.</param>
    /// <param name="text">With "\n" as line end.</param>
    /// <returns>The lines that differ, "-" for the file's and "+" for the product's; empty when they agree.</returns>
    public static IReadOnlyList<string> Differences(string path, string text)
    {
        var file = Repository.At(path);
        if (IsApproving)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }

        return Between(File.Exists(file) ? File.ReadAllText(file) : string.Empty, text);
    }

    /// <summary>The lines that stand in only one of two texts; a mere change of order is told by its first place.</summary>
    public static IReadOnlyList<string> Between(string approved, string derived)
    {
        if (approved == derived) return [];
        string[] old = approved.Split('\n'), now = derived.Split('\n');
        var told = old.Except(now, StringComparer.Ordinal).Select(line => "- " + line)
            .Concat(now.Except(old, StringComparer.Ordinal).Select(line => "+ " + line)).ToList();
        if (told.Count > 0) return told;
        var place = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return [$"- line {place + 1}: {old.ElementAtOrDefault(place)}", $"+ line {place + 1}: {now.ElementAtOrDefault(place)}"];
    }
}
