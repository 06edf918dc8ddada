using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>What a row of the annex says beside the columns of the preview: stored as well, shown folded.</summary>
internal static class PreviewRow
{
    public static IReadOnlyList<(string Label, string Text)> MoreOf(AnnexRow row, string? sharedUnit) =>
    [
        .. new[] { (AnnexColumn.ImplementingUnit, row.ImplementingUnit == sharedUnit ? null : row.ImplementingUnit), (AnnexColumn.Goal, row.Goal), (AnnexColumn.Notes, row.Notes) }
            .Where(f => f.Item2 is not null).Select(f => (AnnexTexts.Label(f.Item1), f.Item2!)),
    ];

    /// <summary>"Đơn vị thực hiện, mục tiêu".</summary>
    public static string Heads(IReadOnlyList<(string Label, string Text)> more) =>
        string.Join(", ", more.Select((m, i) => i == 0 ? m.Label : char.ToLowerInvariant(m.Label[0]) + m.Label[1..]));
}
