using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Imports;

/// <summary>A sum that the annex states, beside the sum of its lines. Group is null for TỔNG CỘNG.</summary>
public sealed record AnnexStatedSum(CellAddress Cell, AnnexColumn Column, int? Group, Vnd Stated, Vnd Computed)
{
    public bool Agrees => Stated == Computed;
}
