namespace KhuyenCong.Services.Reports;

/// <summary>The line of the table by area that a project stands on.</summary>
/// <param name="Kind">Orders the lines: units first, then what no unit stands for.</param>
/// <param name="UnitId">The unit; null on lines that no unit stands for.</param>
/// <param name="Label">The line's words.</param>
/// <param name="DistrictLabel">The former district that a commune lies in, where there is just one.</param>
public sealed record AreaGroup(AreaGroupKind Kind, int? UnitId, string Label, string? DistrictLabel = null);
