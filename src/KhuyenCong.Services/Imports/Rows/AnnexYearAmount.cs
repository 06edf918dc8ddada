using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Layout;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>A project's support in one budget year; the amount is null where it could not be understood.</summary>
public sealed record AnnexYearAmount(AnnexColumn Part, int Year, Vnd? Amount, AnnexRawCell Cell);
