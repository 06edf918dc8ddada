namespace KhuyenCong.Domain.People;

/// <summary>A body that decides, implements or coordinates.</summary>
public class Organisation
{
    public int Id { get; init; }

    /// <summary>Short stable code, such as SCT or TTKC.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required OrganisationKind Kind { get; init; }
}
