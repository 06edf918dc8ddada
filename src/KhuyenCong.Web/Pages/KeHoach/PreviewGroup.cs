using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>A group of the annex with those of its rows that the preview shows.</summary>
public sealed record PreviewGroup(AnnexGroup Group, IReadOnlyList<AnnexRow> Rows)
{
    public int LeftOut => Group.Rows.Count - Rows.Count;

    public string Heading => string.Join(" · ", new[] { Group.Numeral, Group.Title ?? "Không có nhóm" }.Where(t => t is not null));

    /// <summary>The sum of the rows whose amount could be read.</summary>
    public Vnd SumOf(AnnexColumn column) => Group.Rows.Select(r => r.AmountOf(column) ?? Vnd.Zero).Sum();
}
