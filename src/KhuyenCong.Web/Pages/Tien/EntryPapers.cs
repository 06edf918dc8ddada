using KhuyenCong.Services.Money;

namespace KhuyenCong.Web.Pages.Tien;

/// <summary>What stands under a voucher's number: its file, what it undoes, and why.</summary>
/// <param name="Row">The entry.</param>
/// <param name="ProjectId">The project that hands the file out.</param>
public sealed record EntryPapers(LedgerRow Row, int ProjectId);
