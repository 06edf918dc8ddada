namespace KhuyenCong.Services.Beneficiaries;

/// <summary>A project whose beneficiary others support as well.</summary>
public sealed record RepeatedProject(int ProjectId, string Name, IReadOnlyList<RepeatSupport> Others);
