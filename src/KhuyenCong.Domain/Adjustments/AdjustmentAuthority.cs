namespace KhuyenCong.Domain.Adjustments;

/// <summary>
/// Who decides one kind of adjustment: configured data. The default follows usual practice; the legal text was not
/// checked, so an administrator sets what holds in the province.
/// </summary>
public class AdjustmentAuthority
{
    public required AdjustmentKind Kind { get; init; }
    public required AdjustmentDecider Decider { get; set; }

    /// <summary>Raises, additions, stops, changed content, another source and running into the next year go to the body that approved the plan.</summary>
    public static AdjustmentDecider DefaultOf(AdjustmentKind kind) => kind switch
    {
        AdjustmentKind.RaiseSupport or AdjustmentKind.AddProject or AdjustmentKind.StopProject or AdjustmentKind.ChangeContent
            or AdjustmentKind.MoveSource or AdjustmentKind.MoveToNextYear => AdjustmentDecider.PlanBody,
        AdjustmentKind.LowerSupport or AdjustmentKind.ReplaceBeneficiary or AdjustmentKind.ChangePlace or AdjustmentKind.ChangeDates
            => AdjustmentDecider.Director,
    };
}
