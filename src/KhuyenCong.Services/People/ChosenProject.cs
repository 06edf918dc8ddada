namespace KhuyenCong.Services.People;

/// <summary>A project chosen for an assignment.</summary>
/// <param name="Id">The project.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name today.</param>
/// <param name="Officer">Who follows it now; null when nobody does.</param>
public sealed record ChosenProject(int Id, string Code, string Name, string? Officer);
