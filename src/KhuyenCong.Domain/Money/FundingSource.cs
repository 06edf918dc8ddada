namespace KhuyenCong.Domain.Money;

/// <summary>The budget that state support is paid from.</summary>
public enum FundingSource
{
    /// <summary>Khuyến công địa phương (KCĐP): the provincial budget.</summary>
    Local,

    /// <summary>Khuyến công quốc gia (KCQG): the central budget, through the Ministry of Industry and Trade.</summary>
    National,
}
