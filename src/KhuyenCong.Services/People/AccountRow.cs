using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.People;

/// <summary>An account as the list and its page show it.</summary>
public sealed record AccountRow(int Id, string Email, string FullName, string? Position, bool IsLocked, IReadOnlyList<Role> Roles);
