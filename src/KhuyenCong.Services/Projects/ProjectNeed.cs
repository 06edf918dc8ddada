namespace KhuyenCong.Services.Projects;

/// <summary>What a project under way still lacks.</summary>
public enum ProjectNeed
{
    /// <summary>An officer who follows it today.</summary>
    Officer,

    /// <summary>The contract that its category demands.</summary>
    Contract,
}
