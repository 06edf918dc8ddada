using KhuyenCong.Domain.People;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

/// <summary>What the forms of an account's pages post.</summary>
public sealed record AccountChange
{
    public IReadOnlyList<Role>? Roles { get; init; }

    public string? Reason { get; init; }
}
