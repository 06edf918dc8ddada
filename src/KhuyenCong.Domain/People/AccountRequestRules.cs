using static KhuyenCong.Domain.People.AccountRefusals;

namespace KhuyenCong.Domain.People;

/// <summary>The four eyes over accounts: what a second person may confirm.</summary>
public static class AccountRequestRules
{
    /// <summary>Why a request cannot be confirmed.</summary>
    /// <param name="actor">Who would confirm.</param>
    /// <param name="request">The request with its verdict.</param>
    /// <param name="account">The name of the account's holder, and its mark now.</param>
    /// <param name="requesterManages">Whether who asked still manages accounts.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<Refusal> RefuseConfirm(Actor actor, AccountRequest request, (string Name, string Mark) account, bool requesterManages, DateTime now)
    {
        if (request.Verdict is { } verdict) return [new RequestAnswered(verdict.Confirmed, verdict.ByName)];
        List<Refusal> refusals = [];
        if (request.RequestedById == actor.UserId) refusals.Add(new OwnRequest());
        if (request.UserId == actor.UserId) refusals.Add(new RequestConcernsOneself());
        return [.. refusals, .. Voids(request, account, requesterManages, now)];
    }

    /// <summary>Why a request that nobody answered can be confirmed by nobody any more.</summary>
    /// <param name="request">The request.</param>
    /// <param name="account">The name of the account's holder, and its mark now.</param>
    /// <param name="requesterManages">Whether who asked still manages accounts.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<Refusal> Voids(AccountRequest request, (string Name, string Mark) account, bool requesterManages, DateTime now)
    {
        List<Refusal> refusals = [];
        if (now >= request.RunsOutAt()) refusals.Add(new RequestRanOut(request.RunsOutAt()));
        if (!request.IsAbout(account.Mark)) refusals.Add(new AccountMovedOn(account.Name));
        if (!requesterManages) refusals.Add(new RequesterGone(request.RequestedByName));
        return refusals;
    }

    /// <summary>Why a request cannot be turned down; who asked may take it back.</summary>
    public static IReadOnlyList<Refusal> RefuseReject(AccountRequest request) =>
        request.Verdict is { } verdict ? [new RequestAnswered(verdict.Confirmed, verdict.ByName)] : [];
}
