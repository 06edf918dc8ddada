using KhuyenCong.Domain;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Data.Identity;

/// <summary>A person's account.</summary>
public class AppUser : IdentityUser<int>, ISearchable
{
    /// <summary>Full name as on papers.</summary>
    public required string FullName { get; set; }

    /// <summary>Position, such as "Chuyên viên".</summary>
    public string? Position { get; set; }

    /// <summary>Locked by an administrator, until taken back; apart from the lockout after failed tries.</summary>
    public bool IsLocked { get; set; }

    public string SearchSource => $"{FullName} {Email} {Position}";

    public string SortSource => FullName;
}
