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

    /// <summary>The present password was given by somebody else, and must be changed before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>UTC; null for passwords older than this record of it.</summary>
    public DateTime? PasswordChangedAt { get; set; }

    /// <summary>The time step of the last authenticator code that was accepted: a code works once.</summary>
    public long? LastCodeStep { get; set; }

    public string SearchSource => $"{FullName} {Email} {Position}";

    public string SortSource => FullName;
}
