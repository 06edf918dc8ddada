using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Money;

/// <summary>What waits for the accountant.</summary>
/// <param name="Entries">The oldest of them.</param>
/// <param name="Count">All of them.</param>
/// <param name="Outgoing">Sum of all advances and payments that wait.</param>
/// <param name="Recoveries">Sum of all recoveries that wait.</param>
public sealed record MoneyQueue(IReadOnlyList<WaitingEntry> Entries, int Count, Vnd Outgoing, Vnd Recoveries);
