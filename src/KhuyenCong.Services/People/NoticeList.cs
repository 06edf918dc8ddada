using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.People;

/// <summary>One page of a person's notices.</summary>
/// <param name="Rows">The newest first.</param>
/// <param name="Total">All of them.</param>
/// <param name="New">How many are new.</param>
/// <param name="Page">From 1.</param>
public sealed record NoticeList(IReadOnlyList<Notice> Rows, int Total, int New, int Page)
{
    public const int PageSize = 25;

    /// <summary>The most that one press of the button marks.</summary>
    public const int MostRead = 500;
}
