using KhuyenCong.Services.Money;

namespace KhuyenCong.Web.Pages.Tien;

/// <summary>The accountant's two buttons beside a waiting entry.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="ReturnTo">The project whose ledger to go back to; null for the queue.</param>
/// <param name="Again">The rejection as typed, where it came back with an error.</param>
public sealed record DecisionForm(LedgerRow Entry, int? ReturnTo, RejectMoneyRequest? Again);
