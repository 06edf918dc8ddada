using KhuyenCong.Domain.Money;

namespace KhuyenCong.Domain.Projects;

/// <summary>State support of a project from one source.</summary>
public class TermsFunding
{
    public int TermsId { get; init; }

    public required FundingSource Source { get; init; }

    public required Vnd Amount { get; set; }
}
