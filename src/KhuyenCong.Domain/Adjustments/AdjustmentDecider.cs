namespace KhuyenCong.Domain.Adjustments;

/// <summary>Who decides a kind of adjustment.</summary>
public enum AdjustmentDecider
{
    /// <summary>The body that approved the plan.</summary>
    PlanBody,

    /// <summary>The Director of the Department; the body that approved the plan may as well.</summary>
    Director,
}
