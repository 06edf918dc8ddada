using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KhuyenCong.Architecture.Tests.Documents;

/// <summary>docs/data-model.md, drawn from the model; the words about a table are the summary of its type.</summary>
internal static partial class DataModelDocument
{
    public const string Path = "docs/data-model.md";

    /// <summary>Identity and the framework's own tables, which carry no summary of ours.</summary>
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.Ordinal)
    {
        ["AspNetRoleClaims"] = "Identity's; unused.",
        ["AspNetUserClaims"] = "Identity's; unused.",
        ["AspNetUserLogins"] = "Which account at the identity provider, known by the digest of its subject, opens which account.",
        ["AspNetUserRoles"] = "Who holds which role.",
        ["AspNetUserTokens"] = "Identity's; unused.",
        ["DataProtectionKeys"] = "The keys that protect cookies and forms.",
        ["TermsBeneficiary"] = "Which establishments of the register a project's terms name.",
        ["AdjustmentDocument"] = "Which papers support an adjustment.",
    };

    public static string Render(IModel model)
    {
        var text = new StringBuilder("""
            # Data model

            Drawn from the EF Core model by `DocumentTests`; `APPROVE=1 dotnet test` rewrites it. Amounts are whole đồng
            (`bigint`), instants are UTC, legal dates are dates, enums are stored as words. A project holds identity, status
            and running counters; everything that a decision may change lives in its terms, one row per decision. The database
            never cascades a delete.

            ```mermaid
            erDiagram

            """.ReplaceLineEndings("\n"));
        var types = model.GetEntityTypes().OrderBy(Table, StringComparer.Ordinal).ToList();
        foreach (var key in types.SelectMany(t => t.GetForeignKeys()).OrderBy(k => Table(k.PrincipalEntityType), StringComparer.Ordinal)
            .ThenBy(k => Table(k.DeclaringEntityType), StringComparer.Ordinal).ThenBy(Columns, StringComparer.Ordinal))
        {
            // Who wrote a row is in nearly every table; drawn, it would hide the rest.
            if (Table(key.PrincipalEntityType) == "Users" && !key.DeclaringEntityType.GetTableName()!.StartsWith("AspNet", StringComparison.Ordinal)) continue;
            var one = key.IsRequired ? "||" : "|o";
            var many = key.IsUnique ? "o|" : "o{";
            text.Append("  ").Append(Table(key.PrincipalEntityType)).Append(' ').Append(one).Append("--").Append(many).Append(' ')
                .Append(Table(key.DeclaringEntityType)).Append(" : ").Append(Columns(key)).Append('\n');
        }

        text.Append("```\n\nColumns that name who acted (`…ById`, `OfficerId`) point to `Users` and are not drawn.\n\n| Table | What a row is | Unique | Checks |\n|---|---|---|---|\n");
        foreach (var type in types)
        {
            var unique = type.GetIndexes().Where(i => i.IsUnique).Select(i => string.Join(" + ", i.Properties.Select(p => p.Name))).Order(StringComparer.Ordinal);
            var checks = type.GetCheckConstraints().OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => $"`{c.Sql}`");
            text.Append("| `").Append(Table(type)).Append("` | ").Append(Words(type)).Append(" | ").AppendJoin("; ", unique).Append(" | ").AppendJoin("<br>", checks).Append(" |\n");
        }

        return text.ToString();
    }

    private static string Table(IReadOnlyEntityType type) => type.GetTableName()!;

    private static string Columns(IReadOnlyForeignKey key) => string.Join("_", key.Properties.Select(p => p.Name));

    private static string Words(IEntityType type)
    {
        if (Foreign.TryGetValue(Table(type), out var known)) return known;
        var file = System.IO.Path.ChangeExtension(type.ClrType.Assembly.Location, ".xml");
        var member = XDocument.Load(file).Descendants("member").SingleOrDefault(m => m.Attribute("name")?.Value == "T:" + type.ClrType.FullName);
        var summary = member?.Element("summary") ?? throw new InvalidOperationException($"{type.ClrType.Name} has no summary.");
        foreach (var see in summary.Elements("see").ToList()) see.ReplaceWith(see.Attribute("cref")!.Value.Split('.')[^1]);
        return Space().Replace(summary.Value, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 2000)]
    private static partial Regex Space();
}
