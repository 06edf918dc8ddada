using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Inbox;

/// <summary>One thing that waits.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Id">The plan or project it concerns.</param>
/// <param name="Title">Its name.</param>
/// <param name="Amount">The money at stake.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="By">Who asked for it.</param>
/// <param name="Note">A remark, such as why it came back.</param>
public sealed record InboxItem(InboxKind Kind, int Id, string Title, Vnd? Amount, DateOnly? Since, string? By, string? Note);
