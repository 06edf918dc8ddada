using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Domain.Tests.Money;

/// <summary>A project with its ledger, written as a sentence: <c>Book.Approved(100).Signed(80).Posted(Advance, 50, day)</c>. Amounts are in đồng.</summary>
internal sealed class Book
{
    public static readonly Actor By = Actor.System("Kiểm thử");
    public static readonly DateTime At = new(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly DecidedOn = new(2024, 2, 5);
    public static readonly DateOnly Today = new(2024, 11, 15);

    private readonly List<(DateOnly Day, Vnd Support)> _supports = [];
    private readonly List<(DateOnly Day, Vnd Value)> _contracts = [];
    private readonly List<MoneyEntry> _entries = [];
    private readonly List<int> _closed = [];

    public Project Project { get; } = new() { Id = 1, Code = "KC-1", Ordinal = 1 };

    public IReadOnlyList<MoneyEntry> Entries => _entries;

    public ProjectBook Rules => new(Project, _supports, _contracts, _entries, _closed);

    public static Book Approved(long support)
    {
        var book = new Book();
        book.Project.Approve(new Vnd(support), FundingSource.Local, By, At);
        book._supports.Add((DecidedOn, new Vnd(support)));
        return book;
    }

    /// <summary>Work begins, so that money may flow.</summary>
    public Book Started()
    {
        Project.Start(By, At);
        return this;
    }

    /// <summary>A later decision changes the support.</summary>
    public Book Adjusted(long support, DateOnly from)
    {
        Project.Adjust(new Vnd(support), FundingSource.Local);
        _supports.Add((from, new Vnd(support)));
        return this;
    }

    public Book Signed(long value, DateOnly? on = null, ContractKind kind = ContractKind.Contract)
    {
        var day = on ?? new DateOnly(2024, 3, 1);
        Project.Sign(
            new Contract { Kind = kind, Number = $"{_contracts.Count + 1}", SignedOn = day, Value = new Vnd(value), Beneficiary = null, RecordedById = 1, RecordedAt = At }, By, At);
        _contracts.Add((day, new Vnd(value)));
        return this;
    }

    public Book Accepted(long support, DateOnly? on = null)
    {
        if (Project.Status != ProjectStatus.InProgress) Project.Start(By, At);
        Project.Accept(
            new Acceptance
            {
                ProjectId = 1, Date = on ?? new(2024, 9, 1), Finding = "Đạt", MinutesNumber = "1", AcceptedSupport = new Vnd(support), RecordedById = 1, RecordedAt = At,
            },
            By, At);
        return this;
    }

    /// <summary>A decision stops it: what is out stays its support.</summary>
    public Book Stopped()
    {
        Project.Stop(By, At, "Dừng");
        return this;
    }

    public Book YearClosed(int year)
    {
        _closed.Add(year);
        return this;
    }

    public Book Posted(MoneyEntryKind kind, long amount, DateOnly? on = null) => Post(Draft(kind, amount, on, posted: true));

    public Book Waiting(MoneyEntryKind kind, long amount, DateOnly? on = null) => Wait(Draft(kind, amount, on));

    public Book Post(MoneyEntry entry)
    {
        Project.Propose(entry);
        Project.Settle(entry, posted: true, By, At);
        _entries.Add(entry);
        return this;
    }

    public Book Wait(MoneyEntry entry)
    {
        Project.Propose(entry);
        _entries.Add(entry);
        return this;
    }

    /// <summary>The accountant's word on one that waits; the ledger keeps the entry with it.</summary>
    public void Decide(MoneyEntry waiting, bool posted)
    {
        Project.Settle(waiting, posted, By, At);
        _entries[_entries.IndexOf(waiting)] = Copy(waiting, posted);
    }

    /// <summary>An entry as typed, not yet in the ledger.</summary>
    public MoneyEntry Draft(MoneyEntryKind kind, long amount, DateOnly? on = null, bool posted = false, string? lateReason = null) => new()
    {
        Id = _entries.Count + 1, ProjectId = 1, Kind = kind, Amount = new Vnd(amount), Date = on ?? new(2024, 10, 1), Voucher = $"CT-{_entries.Count + 1}", LateReason = lateReason,
        ProposedById = 1, ProposedByName = "A", ProposedAt = At, FormKey = Guid.NewGuid(), Verdict = posted ? Word(_entries.Count + 1, true) : null,
    };

    /// <summary>What undoes an entry.</summary>
    public MoneyEntry Undo(MoneyEntry undone, DateOnly? on = null, bool posted = false) => new()
    {
        Id = _entries.Count + 1, ProjectId = 1, Kind = MoneyEntryKind.Reversal, ReversesId = undone.Id, ReversedKind = undone.Kind, Amount = undone.Amount,
        Date = on ?? new(2024, 10, 1), Voucher = $"DAO-{_entries.Count + 1}", Note = "Ghi nhầm", ProposedById = 1, ProposedByName = "A", ProposedAt = At,
        FormKey = Guid.NewGuid(), Verdict = posted ? Word(_entries.Count + 1, true) : null,
    };

    public IReadOnlyList<Refusal> WhyNotPropose(MoneyEntry entry) => LedgerRules.WhyNotPropose(Rules, entry, Today);

    public IReadOnlyList<Refusal> WhyNotPost(MoneyEntry entry) => LedgerRules.WhyNotPost(Rules, entry, 99);

    private static MoneyVerdict Word(int entryId, bool posted) => new() { EntryId = entryId, Posted = posted, ById = 99, ByName = "Kế toán", At = At };

    private static MoneyEntry Copy(MoneyEntry e, bool posted) => new()
    {
        Id = e.Id, ProjectId = e.ProjectId, Kind = e.Kind, Amount = e.Amount, Date = e.Date, Voucher = e.Voucher, ReversesId = e.ReversesId, ReversedKind = e.ReversedKind,
        LateReason = e.LateReason, Note = e.Note, ProposedById = e.ProposedById, ProposedByName = e.ProposedByName, ProposedAt = e.ProposedAt, FormKey = e.FormKey,
        Verdict = Word(e.Id, posted),
    };
}
