using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;
using Xunit;

namespace KhuyenCong.Services.Tests.Plans;

public sealed class PlanReadingTests
{
    [Theory]
    [InlineData("ke hoach dia phuong", 3)]
    [InlineData("KẾ HOẠCH ĐỢT II", 1)]
    [InlineData("bo sung", 1)]
    [InlineData("2023", 0)]
    public async Task Plans_are_found_whatever_the_accents_and_case(string typed, int count)
    {
        await using var desk = await ThreePlansAsync();
        Assert.Equal(count, (await ListAsync(desk, new PlanListFilter { Text = typed })).Found);
    }

    [Fact]
    public async Task Filters_narrow_rows_and_totals_alike()
    {
        await using var desk = await ThreePlansAsync();
        var all = await ListAsync(desk, new PlanListFilter());
        Assert.Equal((3, Vnd.Million(100 + 200 + 400), 3), (all.Found, all.Totals.Support, all.Totals.Count));
        var second = await ListAsync(desk, new PlanListFilter { Year = 2024, Tranche = 2, Source = FundingSource.Local, Status = PlanStatus.Submitted });
        Assert.Equal((1, Vnd.Million(200), Vnd.Million(250)), (second.Found, second.Totals.Support, second.Totals.Total));
        Assert.Equal(0, (await ListAsync(desk, new PlanListFilter { Source = FundingSource.National })).Found);
        Assert.Equal([2024], (await ListAsync(desk, new PlanListFilter { Year = 1999 })).Years);
    }

    [Theory]
    [InlineData(null, false, "101 2 1")]
    [InlineData(PlanListSort.Year, false, "1 2 101")]
    [InlineData(PlanListSort.Year, true, "101 2 1")]
    [InlineData(PlanListSort.Title, false, "101 1 2")]
    [InlineData(PlanListSort.Title, true, "2 1 101")]
    [InlineData(PlanListSort.Status, false, "1 101 2")]
    [InlineData(PlanListSort.Status, true, "2 101 1")]
    public async Task Lists_are_sorted_as_asked(PlanListSort? sort, bool down, string tranches)
    {
        await using var desk = await ThreePlansAsync();
        var list = await ListAsync(desk, new PlanListFilter { Sort = sort, Descending = down });
        Assert.Equal(tranches, string.Join(' ', list.Rows.Select(r => r.Tranche.Code)));
    }

    [Fact]
    public async Task Pages_hold_twenty_and_totals_stay_those_of_everything_found()
    {
        await using var desk = await PlanDesk.OpenAsync();
        for (var year = 2004; year < 2025; year++)
        {
            var made = await desk.DoAsync((DraftPlanService s) => s.CreateAsync(
                desk.Clerk, new NewPlanRequest { Year = year, Tranche = 1, Source = FundingSource.Local }, default));
            Expect.Done(await desk.AddAsync(made.Value, PlanDesk.Project()));
        }

        var last = await ListAsync(desk, new PlanListFilter { Page = 2 });
        Assert.Equal((21, 2, 2, 1, 21), (last.Found, last.Pages, last.Page, last.Rows.Count, last.Totals.Count));
        Assert.Equal(2004, last.Rows[0].Year);
        Assert.Equal(2, (await ListAsync(desk, new PlanListFilter { Page = 99 })).Page);
        Assert.Equal(1, (await ListAsync(desk, new PlanListFilter { Page = -3 })).Page);
    }

    [Fact]
    public async Task Reading_needs_the_permission()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var officer = await desk.Portal.PersonAsync("Cán bộ", Domain.People.Role.Officer);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((PlanListService s) => s.ReadAsync(officer, new PlanListFilter(), default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((PlanPageService s) => s.ReadAsync(officer, 1, null, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((PlanApprovalFormService s) => s.ReadAsync(desk.Clerk, 1, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((DecisionRegisterService s) => s.ReadAsync(officer, new DecisionFilter(), default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((DecisionRegisterService s) => s.OpenAsync(officer, 1, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((AllotmentService s) => s.ReadAsync(officer, null, default))).Outcome);
    }

    [Theory]
    [InlineData("38/qd", 1)]
    [InlineData("nguyen minh tam", 2)]
    [InlineData("dot ii", 1)]
    [InlineData("khong co", 0)]
    public async Task Decisions_are_found_by_number_plan_and_signatory(string typed, int count)
    {
        await using var desk = await TwoDecisionsAsync();
        Assert.Equal(count, (await RegisterAsync(desk, new DecisionFilter { Text = typed })).Found);
    }

    [Fact]
    public async Task The_register_shows_newest_first_and_stated_beside_computed()
    {
        await using var desk = await TwoDecisionsAsync();
        var list = await RegisterAsync(desk, new DecisionFilter());
        Assert.Equal(["041/QĐ-SCT", "38/QĐ-SCT", "01/QĐ-UBND"], list.Rows.Select(r => r.Number));
        Assert.Equal([true, false, true], list.Rows.Select(r => r.Agrees));
        Assert.Equal("làm tròn", list.Rows[1].DifferenceReason);
        Assert.Equal(0, (await RegisterAsync(desk, new DecisionFilter { Year = 2023 })).Found);
    }

    [Fact]
    public async Task The_signed_file_comes_back_byte_for_byte()
    {
        await using var desk = await TwoDecisionsAsync();
        var id = (await RegisterAsync(desk, new DecisionFilter())).Rows[0].Id;
        var file = (await desk.DoAsync((DecisionRegisterService s) => s.OpenAsync(desk.Leader, id, default))).Value;
        using var reader = new StreamReader(file.Content);
        Assert.Equal(("%PDF-1.7 đã ký", "quyet-dinh.pdf", "application/pdf"), (await reader.ReadToEndAsync(), file.FileName, file.ContentType));
        Assert.Equal(Outcome.NotFound, (await desk.DoAsync((DecisionRegisterService s) => s.OpenAsync(desk.Leader, 999, default))).Outcome);
    }

    private static async Task<PlanDesk> ThreePlansAsync()
    {
        var desk = await PlanDesk.OpenAsync();
        await desk.DraftAsync(Tranche.Numbered(1), PlanDesk.Project(support: "100.000.000"));
        Expect.Done(await desk.SubmitAsync(await desk.DraftAsync(Tranche.Numbered(2), PlanDesk.Project(support: "200.000.000"))));
        await desk.DraftAsync(Tranche.Supplement(), PlanDesk.Project(support: "400.000.000"));
        return desk;
    }

    private static async Task<PlanDesk> TwoDecisionsAsync()
    {
        var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("1.000.000.000");
        Expect.Done(await desk.ApproveAsync(await desk.AppraisedAsync(), r => r with
        {
            IssuedOn = "05/11/2024",
            StatedTotal = "151.000.000",
            StatedBasis = Domain.Decisions.StatedBasis.Total,
            DifferenceReason = "làm tròn",
        }));
        Expect.Done(await desk.ApproveAsync(await desk.AppraisedAsync(Tranche.Numbered(2)), r => r with { Number = "041/QĐ-SCT", StatedCount = 1 }));
        return desk;
    }

    private static async Task<PlanList> ListAsync(PlanDesk desk, PlanListFilter filter) =>
        (await desk.DoAsync((PlanListService s) => s.ReadAsync(desk.Leader, filter, default))).Value;

    private static async Task<DecisionList> RegisterAsync(PlanDesk desk, DecisionFilter filter) =>
        (await desk.DoAsync((DecisionRegisterService s) => s.ReadAsync(desk.Leader, filter, default))).Value;
}
