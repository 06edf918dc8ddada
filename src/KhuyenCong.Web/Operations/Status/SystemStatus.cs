using KhuyenCong.Services.Status;
using KhuyenCong.Web.Operations.Watch;

namespace KhuyenCong.Web.Operations.Status;

/// <summary>All that the page «Tình trạng hệ thống» shows.</summary>
/// <param name="Groups">Heading → what was looked at.</param>
/// <param name="FailedSignIns">By hour, the newest first: of known accounts, of unknown addresses on this node.</param>
/// <param name="Slowest">The slowest pages of this node since its start.</param>
public sealed record SystemStatus(
    IReadOnlyList<(string Title, IReadOnlyList<StatusLine> Lines)> Groups,
    IReadOnlyList<(HourCount Known, int Unknown)> FailedSignIns,
    IReadOnlyList<PageTime> Slowest)
{
    /// <summary>What needs somebody now.</summary>
    public IEnumerable<StatusLine> ToDo => Groups.SelectMany(g => g.Lines).Where(l => l.ToDo is not null);
}
