namespace KhuyenCong.Domain.Projects;

/// <summary>What a row of contracts is.</summary>
public enum ContractKind
{
    Contract,

    /// <summary>Phụ lục hợp đồng: raises or lowers the value.</summary>
    Appendix,

    /// <summary>Thanh lý: takes back what a stopped or accepted project will not use.</summary>
    Termination,
}
