using KhuyenCong.Domain.Money;

namespace KhuyenCong.Domain.Projects;

/// <summary>State support of a project from one source in one budget year.</summary>
public class TermsFunding
{
    public int TermsId { get; init; }

    public required FundingSource Source { get; init; }

    /// <summary>The budget year that pays: the plan's, or a later one for what was carried over.</summary>
    public required int Year { get; init; }

    public required Vnd Amount { get; set; }
}
