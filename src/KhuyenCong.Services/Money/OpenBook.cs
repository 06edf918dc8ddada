using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Money;

/// <summary>A project's book opened for one entry.</summary>
/// <param name="Book">What the rules ask.</param>
/// <param name="UnitId">The Centre, whose books hold the vouchers.</param>
/// <param name="VoucherTaken">The voucher as it was recorded, where the number is taken in that year.</param>
/// <param name="IsFormUsed">The form has been sent before, for this project or another.</param>
internal sealed record OpenBook(ProjectBook Book, int? UnitId, string? VoucherTaken, bool IsFormUsed);
