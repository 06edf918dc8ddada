using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>A sum that the annex states, beside the sum of its lines. Group is null for TỔNG CỘNG.</summary>
public sealed record AnnexStatedSum(CellAddress Cell, AnnexColumn Column, int? Group, Vnd Stated, Vnd Computed)
{
    /// <summary>The budget year, for support by year.</summary>
    public int? Year { get; init; }

    public bool Agrees => Stated == Computed;
}
