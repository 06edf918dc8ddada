namespace KhuyenCong.Domain.People;

/// <summary>An officer follows a project from a day until another; a hand-over ends one row and begins the next.</summary>
public class OfficerAssignment
{
    public int Id { get; init; }

    public required int ProjectId { get; init; }

    public required int OfficerId { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The first day no longer assigned; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    public required int AssignedById { get; init; }

    public bool CoversDay(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>Ends the assignment before the given day.</summary>
    public void End(DateOnly day) => Until = day < From ? From : day;
}
