using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Money;

/// <summary>What waits for the accountant.</summary>
/// <param name="Entries">The oldest of them.</param>
/// <param name="Count">All of them.</param>
/// <param name="Outgoing">Sum of all that would go out.</param>
/// <param name="Recoveries">Sum of all that would come back.</param>
/// <param name="Unmoving">How many move no money: clearings and settlements, and what undoes them.</param>
public sealed record MoneyQueue(IReadOnlyList<WaitingEntry> Entries, int Count, Vnd Outgoing, Vnd Recoveries, int Unmoving);
