namespace KhuyenCong.Services.Reports;

/// <summary>Which units the table by area rolls up to; both stay needed after the reform of 01/07/2025.</summary>
public enum AreaView
{
    /// <summary>The districts that ended on 30/06/2025.</summary>
    FormerDistrict,

    /// <summary>The communes and wards in force since 01/07/2025.</summary>
    Commune,
}
