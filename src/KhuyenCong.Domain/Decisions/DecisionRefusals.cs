namespace KhuyenCong.Domain.Decisions;

/// <summary>Why a decision's own metadata cannot be corrected.</summary>
public static class DecisionRefusals
{
    public sealed record NothingCorrected : Refusal;

    /// <summary>The number belongs to a year, and so does the date; a decision of another year is another decision.</summary>
    public sealed record DateOutsideYear(DateOnly IssuedOn, int Year) : Refusal;
}
