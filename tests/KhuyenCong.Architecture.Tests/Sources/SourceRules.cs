using System.Text.RegularExpressions;

namespace KhuyenCong.Architecture.Tests.Sources;

/// <summary>What the text of a file must not hold. Each rule returns the breaches it found.</summary>
internal static partial class SourceRules
{
    public const int LongestFile = 300;
    public const int LongestPageModel = 90;

    /// <summary>The one door for writing is AppDbContext.SaveAsync.</summary>
    public static IEnumerable<string> SavesBesideTheDoor(SourceFile file) =>
        file.Name == "AppDbContext.Saving.cs" ? [] : Told(file, file.Code, Saves());

    /// <summary>Writing past the change tracker is writing past the trail: only the lock of the trail and the time a session was last seen may.</summary>
    public static IEnumerable<string> WritesPastTheTrail(SourceFile file) =>
        file.Name is "AppDbContext.Saving.cs" or "AuditVerifyService.cs" or "SessionPulse.cs" ? [] : Told(file, file.Code, BulkWrites());

    public static IEnumerable<string> TooLong(SourceFile file)
    {
        var longest = file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? LongestPageModel : LongestFile;
        return file.Lines > longest ? [$"{file.Path}: {file.Lines} lines, at most {longest}"] : [];
    }

    /// <summary>
    /// One public type a file. A request may have its validator beside it, a type its generic form, and a record the
    /// small records and enums it is made of, provided that the file is named after one of them.
    /// </summary>
    public static IEnumerable<string> CrowdedFile(SourceFile file)
    {
        var types = PublicTypes().Matches(file.Code).Select(m => (Kind: m.Groups["kind"].Value, Name: m.Groups["name"].Value)).ToList();
        if (types.Count < 2) return [];
        var main = file.Name.Split('.')[0];
        if (types.All(t => t.Name != main && !(main == t.Name + "s" && t.Kind == "record")))
        {
            return [$"{file.Path}: named after none of {string.Join(", ", types.Select(t => t.Name))}"];
        }

        var hasParts = types.Any(t => (t.Name == main || main == t.Name + "s") && t.Kind == "record");
        var strangers = types.Where(t => t.Name != main && t.Name != main + "Validator" && !(hasParts && t.Kind is ("record" or "enum")))
            .Select(t => t.Name).ToList();
        return strangers.Count == 0 ? [] : [$"{file.Path}: {string.Join(", ", strangers)}"];
    }

    /// <summary>A page that makes files takes its turn: exports of many people must not fill the machine.</summary>
    public static IEnumerable<string> ExportsOutOfTurn(SourceFile file) =>
        file.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) && !file.Code.Contains("[Costly", StringComparison.Ordinal) ? Told(file, file.Code, Exports()) : [];

    /// <summary>An exception nobody foresaw is a bug, and must reach the log.</summary>
    public static IEnumerable<string> CatchesEverything(SourceFile file) => Told(file, file.Code, CatchAll());

    /// <summary>The content security policy knows no unsafe-inline.</summary>
    public static IEnumerable<string> InlineStyleOrScript(SourceFile file) => Told(file, RazorComment().Replace(file.Text, string.Empty), Inline());

    /// <summary>Addresses are chosen, not derived from folder names: lower case, without accents, words joined by hyphens.</summary>
    public static IEnumerable<string> UnchosenRoute(SourceFile file)
    {
        var page = PageDirective().Match(file.Text);
        if (!page.Success) return [];
        var route = page.Groups["route"].Value.Trim();
        return ChosenRoute().IsMatch(route) ? [] : [$"{file.Path}: @page {route}"];
    }

    private static IEnumerable<string> Told(SourceFile file, string text, Regex pattern) =>
        pattern.Matches(text).Select(m => $"{file.Path}: {m.Value}");

    [GeneratedRegex(@"\.(ExportAsync|PreviewAsync|VerifyAsync)\s*\(", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Exports();

    [GeneratedRegex(@"\bSaveChanges(Async)?\s*\(", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Saves();

    [GeneratedRegex(@"\bExecute(Update|Delete)(Async)?\s*[(<]", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex BulkWrites();

    [GeneratedRegex(@"^public\s+((static|sealed|abstract|readonly|partial)\s+)*(?<kind>class|record|struct|interface|enum|delegate)\s+(struct\s+|class\s+)?(?<name>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex PublicTypes();

    [GeneratedRegex(@"\bcatch\s*(\{|\(\s*(System\.)?Exception\b(?!\s*\w*\s*\)\s*when))", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex CatchAll();

    [GeneratedRegex("""\sstyle\s*=\s*["']|<style\b|\son[a-z]+\s*=\s*["']|<script\b(?![^>]*\ssrc\s*=)|javascript:""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Inline();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, 2000)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"^@page\b(?<route>[^\n]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex PageDirective();

    [GeneratedRegex("""^"/((?<segment>[a-z0-9]+(-[a-z0-9]+)*|\{[a-z][A-Za-z]*(:[a-z]+)?\??\})(/(?!"))?)*"$""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex ChosenRoute();
}
