using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Projects;

/// <summary>A step on the line of work.</summary>
/// <param name="Status">The state that the step leads to.</param>
/// <param name="Place">Behind, here, or ahead.</param>
/// <param name="On">The day it was reached, where known.</param>
public sealed record WorkStep(ProjectStatus Status, StepPlace Place, DateOnly? On);

/// <summary>Where a step lies from the project's present state.</summary>
public enum StepPlace
{
    Done,
    Now,
    Ahead,
}
