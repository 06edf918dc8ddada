using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Plans;

/// <summary>A numbered group (I, II, …) of the annex, in the annex's own order and wording, tied to a category.</summary>
public class PlanGroup
{
    public int Id { get; init; }

    public int PlanId { get; init; }

    /// <summary>From 1; printed as a Roman numeral.</summary>
    public required int Ordinal { get; set; }

    public required string Title { get; set; }

    public required int CategoryId { get; set; }

    public ActivityCategory? Category { get; init; }

    public ICollection<Project> Projects { get; init; } = [];
}
