using System.Text;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Architecture.Tests.Documents;

/// <summary>docs/permissions.md, rendered from the one table of roles.</summary>
internal static class PermissionsDocument
{
    public const string Path = "docs/permissions.md";

    public static string Render()
    {
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder("""
            # Roles and permissions

            Rendered from `RolePermissions` by `DocumentTests`; `APPROVE=1 dotnet test` rewrites it. A person may hold several
            roles and then has the permissions of all. What each page asks for stands in
            `tests/KhuyenCong.Web.Tests/Approved/endpoints.txt`, and what each role gets to see there in `role-pages.txt`
            beside it; both are compared with the running portal.

            | Role | Vietnamese |
            |---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var role in roles) text.Append("| ").Append(role).Append(" | ").Append(StatusText.Of(role)).Append(" |\n");
        text.Append("\n| Permission | ").AppendJoin(" | ", roles).Append(" |\n|---|").Append(string.Concat(roles.Select(_ => ":-:|"))).Append('\n');
        foreach (var permission in Permissions.All)
        {
            text.Append("| `").Append(permission).Append("` | ").AppendJoin(" | ", roles.Select(r => RolePermissions.Of(r).Contains(permission) ? "✓" : " ")).Append(" |\n");
        }

        text.Append("""

            Beside permissions there is scope: without `projects.read.all` a person sees the projects assigned to them at
            this moment and gets "not found" (404) for every other. Two rules look at the person and not at the role: who
            submitted a plan may not approve it, and who proposed a money entry may not validate it.

            """.ReplaceLineEndings("\n"));
        return text.ToString();
    }
}
