using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Decisions;

public sealed class DecisionCorrectionServiceTests
{
    [Fact]
    public async Task A_correction_sets_the_values_keeps_the_effective_day_and_leaves_a_row_for_each_field()
    {
        await using var desk = await DecidedAsync();
        var form = await FormAsync(desk);
        Expect.Done(await CorrectAsync(desk, form.Filled with
        {
            Number = "0038/QĐ-SCT",
            IssuedOn = "13/11/2024",
            Capacity = SigningCapacity.ByOrder,
            LegalBases = "Nghị định 45/2012/NĐ-CP\r\nThông tư 28/2018/TT-BTC",
            Reason = "Ghi nhầm",
        }));

        var decision = await desk.LookAsync(db => db.Decisions.Include(d => d.Corrections).SingleAsync(d => d.Id == form.Id));
        Assert.Equal(("0038/QĐ-SCT", new DateOnly(2024, 11, 13), new DateOnly(2024, 11, 14)), (decision.Number, decision.IssuedOn!.Value, decision.EffectiveFrom));
        Assert.Equal((SigningCapacity.ByOrder, "Nghị định 45/2012/NĐ-CP\nThông tư 28/2018/TT-BTC"), (decision.Capacity, decision.LegalBases));
        Assert.Equal(
            [("Số, ký hiệu", "38/QĐ-SCT", "0038/QĐ-SCT"), ("Ngày ban hành", "14/11/2024", "13/11/2024"), ("Thể thức ký", "Ký trực tiếp", "TL. (thừa lệnh)"), ("Căn cứ", "", "Nghị định 45/2012/NĐ-CP\nThông tư 28/2018/TT-BTC")],
            decision.Corrections.OrderBy(c => c.Id).Select(c => (DecisionText(c.Field), Shown(c, c.Before), Shown(c, c.After))));
        Assert.All(decision.Corrections, c => Assert.Equal(("Ghi nhầm", "Trần Thị Bình"), (c.Reason, c.ByName)));
        var row = (await desk.DoAsync((DecisionRegisterService s) => s.ReadAsync(desk.Leader, new DecisionFilter { Text = "0038" }, default))).Value.Rows.Single();
        Assert.Equal(4, row.Corrections);
    }

    [Fact]
    public async Task Nothing_changed_is_refused_also_when_only_spaces_were_typed()
    {
        await using var desk = await DecidedAsync();
        Expect.RefusedOnlyBy<DecisionRefusals.NothingCorrected>(await CorrectAsync(desk, (await FormAsync(desk)).Filled with { Signatory = "  Nguyễn  Minh Tâm ", Reason = "Thử" }));
        Assert.Equal(0, await desk.LookAsync(db => db.DecisionCorrections.CountAsync()));
    }

    [Theory]
    [InlineData("16/11/2024", typeof(PlanRefusals.DecisionDateInFuture))]
    [InlineData("31/12/2023", typeof(DecisionRefusals.DateOutsideYear))]
    [InlineData("15/11/2024", typeof(DecisionRefusals.IssuedAfterEffect))]
    public async Task A_date_stays_in_its_year_and_out_of_the_future(string date, Type refusal)
    {
        await using var desk = await DecidedAsync();
        var result = await CorrectAsync(desk, (await FormAsync(desk)).Filled with { IssuedOn = date, Reason = "Ghi nhầm" });
        Assert.IsType(refusal, Assert.Single(result.Refusals));
    }

    [Fact]
    public async Task A_number_of_another_decision_of_the_body_and_year_is_refused()
    {
        await using var desk = await DecidedAsync();
        Expect.Done(await desk.ApproveAsync(await desk.AppraisedAsync(Tranche.Numbered(2)), r => r with { Number = "041/QĐ-SCT" }));
        var form = await FormAsync(desk);
        Expect.RefusedOnlyBy<PlanRefusals.DecisionNumberTaken>(await CorrectAsync(desk, form.Filled with { Number = "041/qđ-sct", Reason = "Ghi nhầm" }));
        Expect.Done(await CorrectAsync(desk, form.Filled with { Number = "01/QĐ-UBND", Reason = "Số của cơ quan khác không vướng" }));
    }

    [Fact]
    public async Task What_is_missing_or_misshapen_is_told_field_by_field()
    {
        await using var desk = await DecidedAsync();
        Expect.InvalidIn(await CorrectAsync(desk, new CorrectionRequest { IssuedOn = "mai" }), "Number", "IssuedOn", "Signatory", "SignatoryTitle", "Capacity", "Reason");
        Expect.InvalidIn(await CorrectAsync(desk, (await FormAsync(desk)).Filled with { IssuedOn = "", Reason = "Bỏ ngày" }), "IssuedOn");
    }

    [Fact]
    public async Task A_correction_made_meanwhile_shows_both_versions()
    {
        await using var desk = await DecidedAsync();
        var seen = (await FormAsync(desk)).Filled;
        Expect.Done(await CorrectAsync(desk, seen with { Signatory = "Trần Văn An", Reason = "Ghi nhầm" }));
        var late = await CorrectAsync(desk, seen with { Number = "39/QĐ-SCT", Reason = "Ghi nhầm" });
        Assert.Equal(Outcome.Stale, late.Outcome);
        Assert.Equal("Trần Thị Bình", late.Stale!.ChangedBy);
        Assert.Equal([("Số, ký hiệu", "39/QĐ-SCT", "38/QĐ-SCT"), ("Người ký", "Nguyễn Minh Tâm", "Trần Văn An")], late.Stale.Rows.Where(r => r.Differs).Select(r => (r.Label, r.Yours, r.Current)));
    }

    [Fact]
    public async Task Of_several_corrections_at_once_one_is_kept_and_the_others_are_told()
    {
        await using var desk = await DecidedAsync(onFile: true);
        var seen = (await FormAsync(desk)).Filled;
        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => desk.Portal.UseAsync((DecisionCorrectionService s) =>
            s.CorrectAsync(desk.Clerk, 2, seen with { Signatory = "Người ký " + i, Reason = "Ghi nhầm" }, default)))));
        Assert.Single(results, r => r.IsDone);
        Assert.All(results.Where(r => !r.IsDone), r => Assert.Equal(Outcome.Stale, r.Outcome));
        Assert.Equal(1, await desk.LookAsync(db => db.DecisionCorrections.CountAsync()));
    }

    [Fact]
    public async Task Of_two_who_give_two_decisions_one_number_the_slower_is_told_that_it_is_taken()
    {
        await using var desk = await DecidedAsync(onFile: true);
        Expect.Done(await desk.RecordAsync(desk.Allotment("1.000.000", "02/QĐ-UBND", "02/01/2024", 2024)));
        int[] ids = [1, await desk.LookAsync(db => db.Decisions.MaxAsync(d => d.Id))];
        for (var round = 0; round < 5; round++)
        {
            var number = $"0{5 + round}/QĐ-UBND";
            var results = await Task.WhenAll(ids.Select(id => Task.Run(async () =>
            {
                var form = await desk.Portal.UseAsync((DecisionCorrectionService s) => s.ReadAsync(desk.Clerk, id, default));
                return await desk.Portal.UseAsync((DecisionCorrectionService s) => s.CorrectAsync(desk.Clerk, id, form.Value.Filled with { Number = number, Reason = "Ghi nhầm" }, default));
            })));
            Assert.Single(results, r => r.IsDone);
            Expect.RefusedOnlyBy<PlanRefusals.DecisionNumberTaken>(results.Single(r => !r.IsDone));
        }
    }

    [Fact]
    public async Task Only_the_division_corrects()
    {
        await using var desk = await DecidedAsync();
        foreach (var person in new[] { desk.Leader, desk.Accountant })
        {
            Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((DecisionCorrectionService s) => s.ReadAsync(person, 2, default))).Outcome);
            Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((DecisionCorrectionService s) => s.CorrectAsync(person, 2, new CorrectionRequest(), default))).Outcome);
        }

        Assert.Equal(Outcome.NotFound, (await desk.DoAsync((DecisionCorrectionService s) => s.ReadAsync(desk.Clerk, 99, default))).Outcome);
    }

    private static string DecisionText(CorrectedField field) => Services.Vi.DecisionText.Of(field);

    private static string Shown(DecisionCorrection correction, string? value) => Services.Vi.DecisionText.Shown(correction.Field, value);

    // Decision 1 allots, decision 2 approves.
    private static async Task<PlanDesk> DecidedAsync(bool onFile = false)
    {
        var desk = await PlanDesk.OpenAsync(onFile);
        await desk.AllotAsync("1.000.000.000");
        Expect.Done(await desk.ApproveAsync(await desk.AppraisedAsync()));
        return desk;
    }

    private static async Task<CorrectionForm> FormAsync(PlanDesk desk) => (await desk.DoAsync((DecisionCorrectionService s) => s.ReadAsync(desk.Clerk, 2, default))).Value;

    private static Task<Result> CorrectAsync(PlanDesk desk, CorrectionRequest request) => desk.DoAsync((DecisionCorrectionService s) => s.CorrectAsync(desk.Clerk, 2, request, default));
}
