namespace KhuyenCong.Web.TagHelpers;

/// <summary>How a part of the budget bar is filled: told apart without colour.</summary>
public enum BudgetFill
{
    /// <summary>Full.</summary>
    Disbursed,

    /// <summary>Hatched.</summary>
    Contracted,

    /// <summary>Dotted.</summary>
    Approved,

    /// <summary>Empty.</summary>
    Free,

    /// <summary>Beyond the limit: red, crossed.</summary>
    Over,
}
