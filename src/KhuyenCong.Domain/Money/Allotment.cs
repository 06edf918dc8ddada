namespace KhuyenCong.Domain.Money;

/// <summary>
/// The budget allotted to one source in one year (dự toán được giao), and what approved projects have taken of it.
/// The database holds 0 ≤ allocated ≤ allotted as well.
/// </summary>
public class Allotment : IVersioned
{
    public int Id { get; init; }

    public required int Year { get; init; }

    public required FundingSource Source { get; init; }

    /// <summary>Sum of the papers' amounts.</summary>
    public Vnd Allotted { get; private set; }

    /// <summary>Support of approved projects.</summary>
    public Vnd Allocated { get; private set; }

    public int Version { get; private set; }

    public ICollection<AllotmentPaper> Papers { get; init; } = [];

    public Vnd Unallocated => Allotted - Allocated;

    /// <summary>What the approval rules ask.</summary>
    public FreeBudget Free => new(Source, Allotted, Allocated);

    public void Touch() => Version++;

    /// <summary>Records a paper that raises (or, negative, lowers) the allotted budget.</summary>
    public void Add(AllotmentPaper paper)
    {
        if (Allotted + paper.Amount < Allocated)
        {
            throw new RefusedActionException([new MoneyRefusals.AllotmentBelowAllocated(paper.Amount, Allotted, Allocated)]);
        }

        Papers.Add(paper);
        Allotted += paper.Amount;
        Touch();
    }

    /// <summary>Gives back the support of projects that are lowered, stopped or moved.</summary>
    public void Release(Vnd amount)
    {
        if (amount > Allocated || amount.IsNegative)
        {
            throw new InvalidOperationException("Release beyond the allocated budget.");
        }

        Allocated -= amount;
        Touch();
    }

    /// <summary>Takes the support of projects being approved.</summary>
    public void Allocate(Vnd amount)
    {
        if (amount > Unallocated || amount.IsNegative)
        {
            throw new InvalidOperationException("Allocation beyond the unallocated budget.");
        }

        Allocated += amount;
        Touch();
    }
}
