using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.People;

/// <summary>Who may do what: accounts against permissions, for the yearly review.</summary>
/// <param name="Rows">The accounts, by the Vietnamese alphabet.</param>
/// <param name="Total">All accounts.</param>
/// <param name="Page">From 1.</param>
public sealed record RightsReview(IReadOnlyList<AccountRow> Rows, int Total, int Page)
{
    public const int PageSize = 25;

    /// <summary>How an account has a permission.</summary>
    public static RightOf Of(AccountRow account, string permission) =>
        RolePermissions.Of(account.Roles).Contains(permission) ? RightOf.Role : account.Lent.Contains(permission) ? RightOf.Lent : RightOf.None;

    /// <summary>Whether an account sees all projects, those assigned, or none.</summary>
    public static ProjectScope ScopeOf(AccountRow account) => Of(account, Permissions.ProjectsReadAll) != RightOf.None ? ProjectScope.All
        : Of(account, Permissions.ProjectsRead) != RightOf.None ? ProjectScope.Assigned : ProjectScope.None;
}

/// <summary>How somebody has a permission.</summary>
public enum RightOf
{
    None,
    Role,
    Lent,
}

/// <summary>Which projects somebody sees.</summary>
public enum ProjectScope
{
    None,
    Assigned,
    All,
}
