using System.Linq.Expressions;
using KhuyenCong.Data;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Money;

/// <summary>Reads what the ledger's rules ask about a project.</summary>
internal static class ProjectBooks
{
    private static Expression<Func<Project, Rows>> ToRows(AppDbContext db) => p => new Rows
    {
        Project = p,
        Supports = p.Terms.Where(t => t.EffectiveFrom != null).OrderBy(t => t.DecisionId)
            .Select(t => new DatedAmount { Day = t.EffectiveFrom!.Value, Amount = t.Funding.Sum(f => (long)f.Amount) }).ToList(),
        Contracts = p.Contracts.Select(c => new DatedAmount { Day = c.SignedOn, Amount = (long)c.Value }).ToList(),
        Entries = p.MoneyEntries.Select(e => new DecidedEntry { Entry = e, Verdict = e.Verdict }).ToList(),
        Accepted = db.Acceptances.Where(a => a.ProjectId == p.Id).Select(a => new DatedAmount { Day = a.Date, Amount = (long)a.AcceptedSupport }).FirstOrDefault(),
    };

    /// <summary>
    /// The book of one project, ready for an entry of a day, a voucher and a form; null when the project is not there.
    /// One SQL command: what it multiplies, a project has few of.
    /// </summary>
    public static async Task<OpenBook?> OpenBookAsync(
        this AppDbContext db, IQueryable<Project> one, DateOnly date, string voucherKey, Guid formKey, CancellationToken stop)
    {
        var year = date.Year;
        var found = await one.Select(ToRows(db)).Select(rows => new
        {
            Rows = rows,
            IsClosed = db.YearClosings.Any(c => c.Year == year),
            UnitId = db.Organisations.Where(o => o.Kind == OrganisationKind.Centre).Min(o => (int?)o.Id),
            Taken = db.VoucherUses.Where(v => v.Year == year && v.VoucherKey == voucherKey
                && v.UnitId == db.Organisations.Where(o => o.Kind == OrganisationKind.Centre).Min(o => o.Id)).Select(v => v.Entry!.Voucher).FirstOrDefault(),
            IsFormUsed = db.MoneyEntries.Any(e => e.FormKey == formKey),
        }).AsSingleQuery().SingleOrDefaultAsync(stop);
        return found is null ? null : new OpenBook(BookOf(found.Rows, found.IsClosed ? [year] : []), found.UnitId, found.Taken, found.IsFormUsed);
    }

    /// <summary>The books of some projects; five SQL commands, however many.</summary>
    public static async Task<Dictionary<int, ProjectBook>> BooksAsync(this AppDbContext db, IQueryable<Project> projects, CancellationToken stop)
    {
        var closed = await db.YearClosings.Select(c => c.Year).ToListAsync(stop);
        var found = await projects.OrderBy(p => p.Id).Select(ToRows(db)).AsSplitQuery().ToListAsync(stop);
        return found.ToDictionary(r => r.Project.Id, r => BookOf(r, closed));
    }

    private static ProjectBook BookOf(Rows rows, IReadOnlyCollection<int> closedYears) => new(
        rows.Project, [.. rows.Supports.Select(s => (s.Day, new Vnd(s.Amount)))], [.. rows.Contracts.Select(c => (c.Day, new Vnd(c.Amount)))],
        [.. rows.Entries.Select(e => e.Entry).OrderBy(e => e.Date).ThenBy(e => e.Id)], closedYears)
    {
        Accepted = rows.Accepted is { } accepted ? (accepted.Day, new Vnd(accepted.Amount)) : null,
    };

    private sealed class Rows
    {
        public required Project Project { get; init; }
        public required List<DatedAmount> Supports { get; init; }
        public required List<DatedAmount> Contracts { get; init; }
        public required List<DecidedEntry> Entries { get; init; }
        public required DatedAmount? Accepted { get; init; }
    }

    private sealed class DatedAmount
    {
        public required DateOnly Day { get; init; }
        public required long Amount { get; init; }
    }

    // The verdict is named so that it is read along; the context joins it to its entry.
    private sealed class DecidedEntry
    {
        public required MoneyEntry Entry { get; init; }
        public required MoneyVerdict? Verdict { get; init; }
    }
}
