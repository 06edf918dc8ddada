using KhuyenCong.Domain;
using KhuyenCong.Domain.People;

namespace KhuyenCong.Services.People;

/// <summary>A request as it is shown.</summary>
/// <param name="Request">The request with its verdict.</param>
/// <param name="Name">Whose account it concerns.</param>
/// <param name="Email">The account's address.</param>
/// <param name="Position">The holder's position.</param>
/// <param name="IsLocked">Whether the account is locked now.</param>
/// <param name="Held">The roles that it holds now.</param>
public sealed record AccountRequestRow(AccountRequest Request, string Name, string Email, string? Position, bool IsLocked, IReadOnlyList<Role> Held)
{
    /// <summary>Why the person who looks cannot confirm it.</summary>
    public IReadOnlyList<Refusal> WhyNot { get; init; } = [];

    /// <summary>Why nobody can confirm it any more, though nobody answered.</summary>
    public IReadOnlyList<Refusal> Voids { get; init; } = [];

    /// <summary>Whether it waits, and somebody could confirm it.</summary>
    public bool IsOpen => Request.Verdict is null && Voids.Count == 0;

    /// <summary>Whether nobody but who asked, and the person concerned, could confirm it now.</summary>
    public bool HasNoSecondPerson { get; init; }

    /// <summary>The roles that it would have besides.</summary>
    public IReadOnlyList<Role> Given => [.. Request.AskedRoles().Except(Held).Order()];

    /// <summary>The roles that it would lose.</summary>
    public IReadOnlyList<Role> Taken => Request.Kind == AccountRequestKind.GiveRoles ? [.. Held.Except(Request.AskedRoles()).Order()] : [];
}

/// <summary>One page of requests, those that wait first.</summary>
public sealed record AccountRequestList(IReadOnlyList<AccountRequestRow> Rows, int Total, int Page)
{
    public const int PageSize = 25;
}

/// <summary>What came of a confirmation.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Code">The one-time code to hand over, shown once; null where none was made.</param>
public sealed record ConfirmedRequest(AccountRequestKind Kind, string? Code);

/// <summary>A request that comes to nothing.</summary>
/// <param name="IsTakenBack">Whether who asked took it back; else somebody else turned it down.</param>
public sealed record RejectedRequest(bool IsTakenBack);
