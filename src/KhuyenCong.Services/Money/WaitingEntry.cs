using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Money;

/// <summary>An entry that waits for the accountant, with the project it belongs to.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="ProjectId">The project.</param>
/// <param name="ProjectCode">Its code.</param>
/// <param name="ProjectName">Its name today.</param>
/// <param name="Limit">What net disbursement may not exceed.</param>
/// <param name="Posted">Net disbursed.</param>
/// <param name="Pending">Every outgoing entry of the project that waits, this one included.</param>
public sealed record WaitingEntry(LedgerRow Entry, int ProjectId, string ProjectCode, string ProjectName, Vnd Limit, Vnd Posted, Vnd Pending);
