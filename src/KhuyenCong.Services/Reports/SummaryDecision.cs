namespace KhuyenCong.Services.Reports;

/// <summary>A decision that the figures rest on.</summary>
/// <param name="Id">Its place in the register.</param>
/// <param name="Number">As printed.</param>
/// <param name="IssuedOn">Null where the date is not known.</param>
public sealed record SummaryDecision(int Id, string Number, DateOnly? IssuedOn);
