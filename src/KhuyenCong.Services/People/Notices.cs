using KhuyenCong.Data;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.People;

/// <summary>Tells a person what happened to the own account.</summary>
public static class Notices
{
    // The column; a notice that tells less is better than an act that fails for its notice.
    private const int Longest = 500;

    /// <summary>Adds a notice; whoever calls saves it together with what happened.</summary>
    public static void Tell(this AppDbContext db, int userId, NoticeKind kind, string? detail, DateTime at) =>
        db.Notices.Add(new Notice { UserId = userId, Kind = kind, Detail = detail is { Length: > Longest } ? detail[..Longest] : detail, At = at });
}
