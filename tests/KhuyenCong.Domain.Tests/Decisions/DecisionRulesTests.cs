using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Territory;
using Xunit;

namespace KhuyenCong.Domain.Tests.Decisions;

public class DecisionRulesTests
{
    private static readonly DateOnly Today = new(2024, 11, 15);

    [Fact]
    public void A_number_is_used_once_however_it_is_cased()
    {
        Assert.Equal([new PlanRefusals.DecisionNumberTaken("38/qđ-sct", 2024)], DecisionRules.WhyNotNumber("38/qđ-sct", 2024, ["1/QĐ", "38/QĐ-SCT"]));
        Assert.Empty(DecisionRules.WhyNotNumber("39/QĐ-SCT", 2024, ["38/QĐ-SCT"]));
    }

    [Fact]
    public void A_correction_corrects_something_within_the_year_and_not_in_the_future()
    {
        var decision = Decision();
        var same = DecisionMetadata.Of(decision);
        Assert.Equal([new DecisionRefusals.NothingCorrected()], DecisionRules.WhyNotCorrect(decision, same, [], Today));
        Assert.Empty(DecisionRules.WhyNotCorrect(decision, same with { Number = "39/QĐ" }, ["1"], Today));
        Assert.Equal([new PlanRefusals.DecisionNumberTaken("1", 2024)], DecisionRules.WhyNotCorrect(decision, same with { Number = "1" }, ["1"], Today));
        Assert.Empty(DecisionRules.WhyNotCorrect(decision, same with { IssuedOn = decision.EffectiveFrom.AddDays(-1) }, [], Today));
        var late = decision.EffectiveFrom.AddDays(1);
        Assert.Equal([new DecisionRefusals.IssuedAfterEffect(late, decision.EffectiveFrom)], DecisionRules.WhyNotCorrect(decision, same with { IssuedOn = late }, [], Today));
        Assert.Equal([new PlanRefusals.DecisionDateInFuture(Today.AddDays(1))], DecisionRules.WhyNotCorrect(decision, same with { IssuedOn = Today.AddDays(1) }, [], Today));
        Assert.Equal([new DecisionRefusals.DateOutsideYear(new(2023, 12, 31), 2024)], DecisionRules.WhyNotCorrect(decision, same with { IssuedOn = new(2023, 12, 31) }, [], Today));
        Assert.Empty(DecisionRules.WhyNotCorrect(decision, same with { IssuedOn = null }, [], Today));
    }

    [Fact]
    public void Each_corrected_field_is_kept_with_both_values_and_the_day_it_counts_from_stays()
    {
        var decision = Decision();
        var by = new Actor(3, "Chuyên viên", new HashSet<string>(StringComparer.Ordinal));
        decision.Correct(new("39", new(2024, 3, 2), "B", "PGĐ", SigningCapacity.ForHead, "Luật"), "Ghi nhầm", by, DateTime.UnixEpoch);
        Assert.Equal(
            [
                (CorrectedField.Number, "38", "39"), (CorrectedField.IssuedOn, "2024-03-01", "2024-03-02"), (CorrectedField.Signatory, "A", "B"), (CorrectedField.SignatoryTitle, "GĐ", "PGĐ"),
                (CorrectedField.Capacity, "Own", "ForHead"), (CorrectedField.LegalBases, null, "Luật"),
            ],
            decision.Corrections.Select(c => (c.Field, c.Before, c.After)));
        Assert.All(decision.Corrections, c => Assert.Equal(("Ghi nhầm", 3, "Chuyên viên"), (c.Reason, c.ById, c.ByName)));
        Assert.Equal(("39", "B", "PGĐ", SigningCapacity.ForHead, "Luật", new DateOnly(2024, 3, 1)), (decision.Number, decision.Signatory, decision.SignatoryTitle, decision.Capacity, decision.LegalBases, decision.EffectiveFrom));
    }

    [Fact]
    public void A_unit_is_valid_from_its_first_day_to_its_last()
    {
        AdministrativeUnit unit = new() { Code = "1", Name = "Huyện A", Level = UnitLevel.District, ValidFrom = new(2024, 1, 1), ValidTo = new(2025, 6, 30) };
        Assert.Equal((false, true, true, false), (unit.IsValidOn(new(2023, 12, 31)), unit.IsValidOn(new(2024, 1, 1)), unit.IsValidOn(new(2025, 6, 30)), unit.IsValidOn(new(2025, 7, 1))));
        Assert.True(new AdministrativeUnit { Code = "1", Name = "Tỉnh", Level = UnitLevel.Province }.IsValidOn(new(2099, 1, 1)));
    }

    private static Decision Decision() => new()
    {
        Kind = DecisionKind.Approve, Number = "38", Year = 2024, IssuedOn = new(2024, 3, 1), EffectiveFrom = new(2024, 3, 1), RecordedAt = default, RecordedById = 1, IssuingBodyId = 1, Signatory = "A", SignatoryTitle = "GĐ",
    };
}
