using System.Globalization;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Auditing;

/// <summary>
/// Adds up again what the counters of projects and allotments say, from the rows they count. Rows with values that
/// cannot be read count for nothing: they are named as changed themselves.
/// </summary>
internal sealed class AuditCounts
{
    private const long Absurd = 1_000_000_000_000_000;

    private readonly Dictionary<string, List<StoredRow>> _rows = new(StringComparer.Ordinal)
    {
        [nameof(Project)] = [], [nameof(ProjectTerms)] = [], [nameof(TermsFunding)] = [], [nameof(Contract)] = [], [nameof(MoneyEntry)] = [],
        [nameof(MoneyVerdict)] = [], [nameof(Allotment)] = [], [nameof(AllotmentPaper)] = [],
    };

    public void Take(StoredRow row)
    {
        if (_rows.TryGetValue(row.Shape.Entity, out var kept)) kept.Add(row);
    }

    public IEnumerable<AuditFault> Faults()
    {
        var inForce = TermsInForce();
        return [.. ProjectFaults(inForce), .. AllotmentFaults(inForce)];
    }

    // Of each project the terms of the latest decision; ties of a day in register order.
    private Dictionary<string, StoredRow> TermsInForce() => _rows[nameof(ProjectTerms)].Where(t => t["DecisionId"] is not null)
        .GroupBy(t => t["ProjectId"] ?? string.Empty, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.OrderBy(t => t["EffectiveFrom"], StringComparer.Ordinal).ThenBy(t => t.Number("DecisionId")).Last(), StringComparer.Ordinal);

    private IEnumerable<AuditFault> ProjectFaults(Dictionary<string, StoredRow> inForce)
    {
        var funding = Sums(_rows[nameof(TermsFunding)], "TermsId", "Amount");
        var contracts = Sums(_rows[nameof(Contract)], "ProjectId", "Value");
        var verdicts = _rows[nameof(MoneyVerdict)].DistinctBy(v => v.Key, StringComparer.Ordinal).ToDictionary(v => v.Key, v => v["Posted"], StringComparer.Ordinal);
        var ledgers = _rows[nameof(MoneyEntry)].GroupBy(e => e["ProjectId"] ?? string.Empty, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Counted(g, verdicts), StringComparer.Ordinal);
        foreach (var project in _rows[nameof(Project)])
        {
            var support = inForce.TryGetValue(project.Key, out var terms) ? funding.GetValueOrDefault(terms.Key) : Int128.Zero;
            var ledger = ledgers.GetValueOrDefault(project.Key, default);
            (string Field, Int128? Counted)[] counters =
            [
                (nameof(Project.Support), support),
                (nameof(Project.Contracted), contracts.TryGetValue(project.Key, out var contracted) ? contracted : null),
                (nameof(Project.Posted), ledger.Posted), (nameof(Project.Advanced), ledger.Advanced), (nameof(Project.Recovered), ledger.Recovered),
                (nameof(Project.Cleared), ledger.Cleared), (nameof(Project.Settled), ledger.Settled), (nameof(Project.Pending), ledger.Pending),
                (nameof(Project.PendingRecovery), ledger.PendingRecovery), (nameof(Project.PendingClearing), ledger.PendingClearing),
            ];
            foreach (var fault in Differing(project, counters)) yield return fault;
        }
    }

    private IEnumerable<AuditFault> AllotmentFaults(Dictionary<string, StoredRow> inForce)
    {
        var papers = Sums(_rows[nameof(AllotmentPaper)], "AllotmentId", "Amount");
        var current = inForce.Values.Select(t => t.Key).ToHashSet(StringComparer.Ordinal);
        var allocated = _rows[nameof(TermsFunding)].Where(f => current.Contains(f["TermsId"] ?? string.Empty))
            .GroupBy(f => (f["Source"], f["Year"])).ToDictionary(g => g.Key, g => Sum(g, "Amount"));
        return _rows[nameof(Allotment)].SelectMany(allotment => Differing(
            allotment,
            (nameof(Allotment.Allotted), papers.GetValueOrDefault(allotment.Key)),
            (nameof(Allotment.Allocated), allocated.GetValueOrDefault((allotment["Source"], allotment["Year"])))));
    }

    private static Ledger Counted(IEnumerable<StoredRow> entries, Dictionary<string, string?> verdicts)
    {
        var ledger = default(Ledger);
        foreach (var entry in entries.OrderBy(e => e.Number("Id")))
        {
            if (!Enum.TryParse<MoneyEntryKind>(entry["Kind"], out var kind) || Amount(entry, "Amount") is not (not 0 and var amount)) continue;
            var undone = Enum.TryParse<MoneyEntryKind>(entry["ReversedKind"], out var reversed) ? reversed : (MoneyEntryKind?)null;
            if (kind == MoneyEntryKind.Reversal && undone is null) continue;
            if (!verdicts.TryGetValue(entry.Key, out var posted)) ledger = ledger.Waiting(kind, undone, amount);
            else if (posted == "1") ledger = ledger.Post(undone ?? kind, undone is null ? amount : -amount);
        }

        return ledger;
    }

    private static Dictionary<string, Int128> Sums(IEnumerable<StoredRow> rows, string owner, string amount) => rows
        .GroupBy(r => r[owner] ?? string.Empty, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Sum(g, amount), StringComparer.Ordinal);

    // Thousands of forged amounts add up to more than a long holds.
    private static Int128 Sum(IEnumerable<StoredRow> rows, string amount) => rows.Aggregate(Int128.Zero, (sum, row) => sum + Amount(row, amount));

    // What no budget of a province can hold is no amount; it is named as changed, and must not break the sums.
    private static long Amount(StoredRow row, string field) => row.Number(field) is { } amount and > -Absurd and < Absurd ? amount : 0;

    private static IEnumerable<AuditFault> Differing(StoredRow row, params (string Field, Int128? Counted)[] counters) => counters
        .Where(c => row[c.Field] != c.Counted?.ToString(CultureInfo.InvariantCulture))
        .Select(c => new AuditFault(AuditFaultKind.CounterDiffers, 0, 0, row.Shape.Entity, row.Key) { Field = c.Field, Kept = row.Number(c.Field), Counted = c.Counted is { } sum ? (long)Int128.Clamp(sum, -long.MaxValue, long.MaxValue) : null });

    private readonly record struct Ledger(
        Int128 Posted, Int128 Advanced, Int128 Recovered, Int128 Cleared, Int128? Settled, Int128 Pending, Int128 PendingRecovery, Int128 PendingClearing)
    {
        /// <summary>What is posted moves its own sum and, where money moves, the disbursed one.</summary>
        public Ledger Post(MoneyEntryKind kind, long amount)
        {
            var moved = this with { Posted = Posted + kind.Effect(new Vnd(amount)).Dong };
            return kind switch
            {
                MoneyEntryKind.Advance => moved with { Advanced = Advanced + amount },
                MoneyEntryKind.Recovery => moved with { Recovered = Recovered + amount },
                MoneyEntryKind.Clearing => moved with { Cleared = Cleared + amount },
                MoneyEntryKind.Settlement => moved with { Settled = amount > 0 ? amount : null },
                MoneyEntryKind.Payment => moved,
                MoneyEntryKind.Reversal => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A reversal counts as what it undoes."),
            };
        }

        /// <summary>What waits counts on the side it would move.</summary>
        public Ledger Waiting(MoneyEntryKind kind, MoneyEntryKind? undone, long amount)
        {
            if (kind == MoneyEntryKind.Clearing) return this with { PendingClearing = PendingClearing + amount };
            var effect = undone is { } reversed ? -reversed.Effect(new Vnd(amount)).Dong : kind.Effect(new Vnd(amount)).Dong;
            return effect switch
            {
                > 0 => this with { Pending = Pending + amount },
                < 0 => this with { PendingRecovery = PendingRecovery + amount },
                _ => this,
            };
        }
    }
}
