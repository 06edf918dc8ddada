namespace KhuyenCong.Domain.Money;

/// <summary>
/// Why an entry cannot be proposed or posted, with the whole ledger at hand: <see cref="MoneyRules"/>, and the limits of
/// every day that a date may break.
/// </summary>
public static class LedgerRules
{
    /// <summary>At a proposal what waits for the accountant counts as well.</summary>
    public static IReadOnlyList<Refusal> WhyNotPropose(ProjectBook book, MoneyEntry entry, DateOnly today)
    {
        List<Refusal> refusals = [.. MoneyRules.WhyNotPropose(book.Project, entry, book.DecidedOn, today)];
        var waiting = entry.Kind == MoneyEntryKind.Settlement ? book.Entries.FirstOrDefault(e => e.Kind == MoneyEntryKind.Settlement && e.Verdict is null) : null;
        if (waiting is not null) refusals.Add(new MoneyRefusals.SettlementWaiting(waiting.Voucher));
        refusals.AddRange(WhyNotDated(book, entry, MoneyRules.WhyNotProposeAmount(book.Project, entry).Count == 0, withWaiting: true));
        return refusals;
    }

    /// <summary>At the posting only what is posted counts.</summary>
    public static IReadOnlyList<Refusal> WhyNotPost(ProjectBook book, MoneyEntry entry, int? validatorId)
    {
        List<Refusal> refusals = [.. MoneyRules.WhyNotPost(book.Project, entry, validatorId)];

        // Whoever decided it already is told so, and not what the entry itself has changed since.
        if (entry.Verdict is not null) return refusals;
        refusals.AddRange(WhyNotDated(book, entry, MoneyRules.WhyNotPostAmount(book.Project, entry).Count == 0, withWaiting: false));
        return refusals;
    }

    /// <summary>Contracts stay within the support, and what is disbursed within the contracts, on each day from the signing on.</summary>
    public static IReadOnlyList<Refusal> WhyNotSign(ProjectBook book, Vnd value, DateOnly signedOn)
    {
        if (book.ClosedYears.Contains(signedOn.Year)) return [new MoneyRefusals.YearClosed(signedOn.Year)];
        var signed = (book with { Contracts = [.. book.Contracts, (signedOn, value)] }).With(book.Entries.Where(e => e.IsPosted || (e.IsLive && e.Effect > Vnd.Zero)));
        List<Refusal> refusals = [];
        if (value > Vnd.Zero && signed.FirstOverContracted(signedOn) is { } over) refusals.Add(new MoneyRefusals.ContractBeyondSupportOnDay(over.Day, over.Contracted, over.Support));
        if (signed.FirstOver(signedOn) is { } spent) refusals.Add(new MoneyRefusals.OverLimitOnDay(spent.Day, spent.Posted, spent.Limit));
        return refusals;
    }

    /// <summary>Whether the work can be accepted on a day: from then on no more is disbursed, on any day, than was found due.</summary>
    public static IReadOnlyList<Refusal> WhyNotAccept(ProjectBook book, DateOnly date, Vnd accepted, DateOnly today)
    {
        List<Refusal> refusals = [.. Projects.ProjectRules.WhyNotAccept(book.Project, date, accepted, book.DecidedOn, today)];
        if (book.ClosedYears.Contains(date.Year)) refusals.Add(new MoneyRefusals.YearClosed(date.Year));
        if (refusals.Count > 0) return refusals;
        var over = (book with { Accepted = (date, accepted) }).With(book.Entries.Where(e => e.IsPosted)).FirstOver(date);
        return over is { } spent ? [new MoneyRefusals.OverLimitOnDay(spent.Day, spent.Posted, spent.Limit)] : [];
    }

    private static IEnumerable<Refusal> WhyNotDated(ProjectBook book, MoneyEntry entry, bool amountsHold, bool withWaiting)
    {
        if (book.ClosedYears.Contains(entry.Date.Year)) yield return new MoneyRefusals.YearClosed(entry.Date.Year);
        var undone = book.Entries.FirstOrDefault(e => e.Id == entry.ReversesId);
        if (undone is not null && entry.Date < undone.Date)
        {
            yield return new MoneyRefusals.ReversedTooEarly(entry.Date, undone.Date);
            yield break;
        }

        if (entry.Kind == MoneyEntryKind.Settlement && entry.Date < SettledFrom(book)) yield return new MoneyRefusals.SettledTooEarly(entry.Date, SettledFrom(book));

        // Today's limits, with the amounts, say it better than those of a day; and before the decision there are none.
        if (!amountsHold || entry.Date < book.DecidedOn) yield break;
        foreach (var refusal in WhyNotOnDays(book, entry, withWaiting)) yield return refusal;
    }

    // What was undone does not hold a settlement back, and neither does what undid it.
    private static DateOnly SettledFrom(ProjectBook book)
    {
        var gone = book.Entries.Where(e => e.IsPosted).Select(e => e.ReversesId).OfType<int>().ToHashSet();
        var standing = book.Entries.Where(e => e.IsPosted && e.ReversesId is null && !gone.Contains(e.Id)).Select(e => e.Date);
        return standing.Append(book.Project.AcceptedOn ?? DateOnly.MinValue).Max();
    }

    private static IEnumerable<Refusal> WhyNotOnDays(ProjectBook book, MoneyEntry entry, bool withWaiting)
    {
        var counted = book.Entries.Where(e => e != entry && (e.IsPosted || (withWaiting && e.IsLive && IsAlike(e, entry)))).Append(entry).ToList();
        var timeline = book.With(counted);
        if (entry.Effect > Vnd.Zero && timeline.FirstOver(entry.Date) is { } over) yield return new MoneyRefusals.OverLimitOnDay(over.Day, over.Posted, over.Limit);
        if (entry.Effect.IsNegative && timeline.FirstBelowZero(entry.Date) is { } below) yield return new MoneyRefusals.BackBeforeOut(below.Day, -below.Posted);
        if ((entry.Kind == MoneyEntryKind.Clearing || entry.ReversedKind == MoneyEntryKind.Advance) && FirstOverCleared(counted, entry.Date) is { } cleared)
        {
            yield return new MoneyRefusals.ClearedBeforeAdvanced(cleared.Day, cleared.Cleared, cleared.Advanced);
        }
    }

    // What waits counts where it makes things worse: what would go out against the limits, what would come back against zero.
    private static bool IsAlike(MoneyEntry waiting, MoneyEntry entry) =>
        (waiting.Effect > Vnd.Zero && entry.Effect > Vnd.Zero) || (waiting.Effect.IsNegative && entry.Effect.IsNegative)
        || (waiting.Kind == MoneyEntryKind.Clearing && (entry.Kind == MoneyEntryKind.Clearing || entry.ReversedKind == MoneyEntryKind.Advance));

    private static (DateOnly Day, Vnd Cleared, Vnd Advanced)? FirstOverCleared(List<MoneyEntry> counted, DateOnly from)
    {
        foreach (var day in counted.Select(e => e.Date).Where(d => d >= from).Distinct().Order())
        {
            var until = counted.Where(e => e.Date <= day).ToList();
            var (cleared, advanced) = (until.Sum(e => e.AddsTo(MoneyEntryKind.Clearing)), until.Sum(e => e.AddsTo(MoneyEntryKind.Advance)));
            if (cleared > advanced) return (day, cleared, advanced);
        }

        return null;
    }
}
