namespace KhuyenCong.Domain.People;

/// <summary>Who acts: the argument of every service method.</summary>
/// <param name="UserId">The account; null only for the named system actors.</param>
/// <param name="Name">The full name as it stands in the audit trail.</param>
/// <param name="Grants">The permissions held at this moment.</param>
public sealed record Actor(int? UserId, string Name, IReadOnlySet<string> Grants)
{
    /// <summary>Permissions that others lend to the person today (ủy quyền).</summary>
    public IReadOnlySet<string> Lent { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>
    /// The person has a second factor, or holds a role that demands one, and has not shown it within the last minutes: what
    /// counts must wait until it is shown again.
    /// </summary>
    public bool MustShowFactor { get; init; }

    /// <summary>Held by a role, or lent.</summary>
    public bool May(string permission) => Grants.Contains(permission) || Lent.Contains(permission);

    /// <summary>Held by the person's own roles.</summary>
    public bool Holds(string permission) => Grants.Contains(permission);

    /// <summary>True when every project is in scope, not only those assigned.</summary>
    public bool SeesAllProjects => May(Permissions.ProjectsReadAll);

    /// <summary>A named part of the system itself, without any permission.</summary>
    public static Actor System(string name) => new(null, name, new HashSet<string>(StringComparer.Ordinal));
}
