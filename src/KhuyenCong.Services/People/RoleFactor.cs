using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.People;

/// <summary>Whether a role demands a second factor.</summary>
/// <param name="Role">The role.</param>
/// <param name="IsRequired">Whether it does.</param>
/// <param name="Holders">Active accounts that hold it.</param>
/// <param name="Ready">Of these, how many have a factor.</param>
public sealed record RoleFactor(Role Role, bool IsRequired, int Holders, int Ready);
