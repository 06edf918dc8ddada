using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Services.Adjustments;
using Xunit;
using static KhuyenCong.Domain.Adjustments.AdjustmentKind;

namespace KhuyenCong.Services.Tests.Adjustments;

/// <summary>What the form of a line must say, by its kind, and in which shape.</summary>
public sealed class AdjustmentLineRequestTests
{
    private static readonly AdjustmentLineRequestValidator Validator = new();

    [Theory]
    [InlineData(RaiseSupport, "ProjectId Reason Support")]
    [InlineData(LowerSupport, "ProjectId Reason Support")]
    [InlineData(StopProject, "ProjectId Reason")]
    [InlineData(ReplaceBeneficiary, "Beneficiary ProjectId Reason")]
    [InlineData(ChangePlace, "Area ProjectId Reason")]
    [InlineData(ChangeDates, "EndMonth ProjectId Reason")]
    [InlineData(MoveToNextYear, "EndMonth ProjectId Reason")]
    [InlineData(MoveSource, "ProjectId Reason Source")]
    [InlineData(ChangeContent, "ProjectId Reason")]
    [InlineData(AddProject, "Area Beneficiary CategoryId EndMonth ImplementingUnit Name Reason StartMonth Support")]
    [InlineData(null, "Kind ProjectId Reason")]
    [InlineData((AdjustmentKind)99, "Kind ProjectId Reason")]
    public void An_empty_form_is_told_what_its_kind_needs(AdjustmentKind? kind, string fields) => Assert.Equal(fields, Wrong(new AdjustmentLineRequest { Kind = kind }));

    [Fact]
    public void Amounts_months_and_days_that_are_none_are_told_at_their_fields() => Assert.Equal(
        "Counterpart EligibleCost EndMonth Other PlannedRecovery RecoverBy StartMonth Support",
        Wrong(Whole() with { Support = "nhiều", Counterpart = "1,5", Other = "-1", EligibleCost = "x", PlannedRecovery = "x", StartMonth = "13/2024", EndMonth = "tháng ba", RecoverBy = "31/02/2024" }));

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "Area Beneficiary ImplementingUnit Name Objectives OverNormReason Reason")]
    public void Words_have_room_up_to_their_limits_and_no_further(int beyond, string fields) => Assert.Equal(
        fields,
        Wrong(Whole() with
        {
            Area = Long(1000 + beyond),
            Beneficiary = Long(1000 + beyond),
            ImplementingUnit = Long(500 + beyond),
            Name = Long(500 + beyond),
            Objectives = Long(2000 + beyond),
            OverNormReason = Long(1000 + beyond),
            Reason = Long(2000 + beyond),
        }));

    [Theory]
    [InlineData(0, "Establishments")]
    [InlineData(1, "")]
    [InlineData(9999, "")]
    [InlineData(10000, "Establishments")]
    public void Establishments_are_counted_from_one(int count, string fields) => Assert.Equal(fields, Wrong(Whole() with { Establishments = count }));

    private static AdjustmentLineRequest Whole() => AdjustmentDesk.Add() with { Other = "0", EligibleCost = "1.000.000", PlannedRecovery = "0", RecoverBy = "30/09/2024" };

    private static string Long(int length) => new('x', length);

    private static string Wrong(AdjustmentLineRequest request) => string.Join(' ', Validator.Validate(request).Errors.Select(e => e.PropertyName).Distinct().Order(StringComparer.Ordinal));
}
