using KhuyenCong.Domain.Money;

namespace KhuyenCong.Services.Reports;

/// <summary>The figures of some projects on a day, in đồng. Every table of the summary adds up the same ones.</summary>
public readonly record struct BudgetFigures
{
    public int Projects { get; init; }

    /// <summary>Current approved state support over all sources.</summary>
    public Vnd Support { get; init; }

    public Vnd Counterpart { get; init; }

    public Vnd Other { get; init; }

    /// <summary>Value of contracts signed by the day.</summary>
    public Vnd Contracted { get; init; }

    /// <summary>Posted advances.</summary>
    public Vnd Advanced { get; init; }

    /// <summary>Posted payments.</summary>
    public Vnd Paid { get; init; }

    /// <summary>Advances that papers have cleared; a part of <see cref="Advanced"/>.</summary>
    public Vnd Cleared { get; init; }

    /// <summary>Posted recoveries.</summary>
    public Vnd Recovered { get; init; }

    /// <summary>Support accepted by the day.</summary>
    public Vnd Accepted { get; init; }

    /// <summary>Found due in posted settlements.</summary>
    public Vnd Settled { get; init; }

    public Vnd Total => Support + Counterpart + Other;

    /// <summary>Net disbursed.</summary>
    public Vnd Disbursed => Advanced + Paid - Recovered;

    public Vnd Remaining => Support - Disbursed;

    public static BudgetFigures operator +(BudgetFigures a, BudgetFigures b) => new()
    {
        Projects = checked(a.Projects + b.Projects),
        Support = a.Support + b.Support,
        Counterpart = a.Counterpart + b.Counterpart,
        Other = a.Other + b.Other,
        Contracted = a.Contracted + b.Contracted,
        Advanced = a.Advanced + b.Advanced,
        Cleared = a.Cleared + b.Cleared,
        Paid = a.Paid + b.Paid,
        Recovered = a.Recovered + b.Recovered,
        Accepted = a.Accepted + b.Accepted,
        Settled = a.Settled + b.Settled,
    };
}
