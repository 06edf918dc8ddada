using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Projects;

/// <summary>A project that a filter finds, beside its terms of the day.</summary>
internal sealed class FoundProject
{
    public required Project Project { get; init; }

    public required ProjectTerms Terms { get; init; }
}
