using System.Reflection;
using System.Xml.Linq;

namespace KhuyenCong.Architecture.Tests.Layers;

/// <summary>Who may know whom: Web → Services → Data → Domain, and only Web composes the providers.</summary>
internal static class ProjectGraph
{
    private const string Prefix = "KhuyenCong.";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Data"] = ["Domain"],
        ["Data.SqlServer"] = ["Data"],
        ["Data.Sqlite"] = ["Data"],
        ["Services"] = ["Data"],
        ["Web"] = ["Services", "Data.SqlServer", "Data.Sqlite"],
    };

    /// <summary>References that a project file names against the rule, and any package of the Domain.</summary>
    public static IReadOnlyList<string> Breaches(string project, XDocument file)
    {
        var named = file.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')).Replace(Prefix, string.Empty, StringComparison.Ordinal))
            .Where(to => !Allowed[project].Contains(to, StringComparer.Ordinal))
            .Select(to => $"{project} → {to}");
        var packages = project != "Domain" ? [] : file.Descendants()
            .Where(e => e.Name.LocalName is "PackageReference" or "FrameworkReference" or "Reference")
            .Select(e => $"{project} → {e.Attribute("Include")?.Value}");
        return [.. named, .. packages];
    }

    /// <summary>References that an assembly carries against the rule; what it may know it may know through others.</summary>
    public static IReadOnlyList<string> Breaches(string project, IEnumerable<AssemblyName> references)
    {
        var known = Known(project).ToHashSet(StringComparer.Ordinal);
        return [.. references.Select(r => r.Name!).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)
                ? !known.Contains(name[Prefix.Length..])
                : project == "Domain" && !name.StartsWith("System", StringComparison.Ordinal))
            .Select(name => $"{project} → {name}")];
    }

    public static IEnumerable<string> Projects => Allowed.Keys;

    private static IEnumerable<string> Known(string project) => Allowed[project].SelectMany(p => Known(p).Prepend(p));
}
