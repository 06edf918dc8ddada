using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Periods;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>A project of the annex as understood; null where a cell is blank or could not be understood.</summary>
public sealed record AnnexRow(int RowNumber, bool Hidden, IReadOnlyDictionary<AnnexColumn, AnnexRawCell> Cells)
{
    /// <summary>The number as written ("1", "1.2").</summary>
    public string? Ordinal { get; init; }

    public string? Name { get; init; }

    public string? ImplementingUnit { get; init; }

    public string? Beneficiary { get; init; }

    public string? Goal { get; init; }

    public string? Notes { get; init; }

    public AreaReading Area { get; init; } = AreaReading.Missing;

    public AnnexMonths? Months { get; init; }

    /// <summary>The source that the section around it names; null for the plan's.</summary>
    public FundingSource? Source { get; init; }

    /// <summary>The category chosen for it, where no group says one; null for its group's.</summary>
    public string? Category { get; init; }

    /// <summary>The rows that are parts of it; what they say stands in its goal.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    /// <summary>The months are written without a year, and read in the plan's.</summary>
    public bool YearAssumed { get; init; }

    /// <summary>As stated, or the sum of the parts when the annex has no such column.</summary>
    public Vnd? Total { get; init; }

    public Vnd? Support { get; init; }

    /// <summary>Support of the national programme, where the annex has a column of its own for it.</summary>
    public Vnd? NationalSupport { get; init; }

    public Vnd? Counterpart { get; init; }

    public Vnd? Other { get; init; }

    /// <summary>The support by budget year, where the annex divides it; empty where it does not.</summary>
    public IReadOnlyList<AnnexYearAmount> ByYear { get; init; } = [];

    public Vnd? AmountOf(AnnexColumn column) => column switch
    {
        AnnexColumn.Total => Total,
        AnnexColumn.Support => Support,
        AnnexColumn.NationalSupport => NationalSupport,
        AnnexColumn.Counterpart => Counterpart,
        AnnexColumn.Other => Other,
        _ => null,
    };

    /// <summary>What one budget year pays of a part of the support.</summary>
    public Vnd? AmountOf(AnnexColumn part, int year) => ByYear.FirstOrDefault(y => y.Part == part && y.Year == year)?.Amount;
}
