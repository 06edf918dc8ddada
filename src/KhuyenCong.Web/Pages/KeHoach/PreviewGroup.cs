using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>A group of the annex with those of its rows that the preview shows.</summary>
public sealed record PreviewGroup(AnnexGroup Group, IReadOnlyList<AnnexRow> Rows)
{
    /// <summary>Other pages show the rest of it.</summary>
    public bool IsInPart => Group.Rows.Count > Rows.Count;

    public string Heading => string.Join(" · ", new[] { Group.Numeral, Group.Title ?? "Không có nhóm" }.Where(t => t is not null)) + Source;

    // Where a section names the source, its projects are of that one and not of the plan's.
    private string Source => Group.Rows.Select(r => r.Source).FirstOrDefault() is { } source ? $" – nguồn {StatusText.Short(source)}" : string.Empty;

    /// <summary>The sum of the rows whose amount could be read.</summary>
    public Vnd SumOf(AnnexColumn column) => Group.Rows.Select(r => r.AmountOf(column) ?? Vnd.Zero).Sum();
}
