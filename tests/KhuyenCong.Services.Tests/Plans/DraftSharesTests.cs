using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Domain.Plans.PlanRefusals;

namespace KhuyenCong.Services.Tests.Plans;

/// <summary>Support from several sources and in several years: in the form, in the trail, in the budgets.</summary>
public sealed class DraftSharesTests
{
    private static DraftShareRequest Share(FundingSource source, int year, string amount) => new() { Source = source, Year = year, Amount = amount };

    private static DraftProjectRequest With(params DraftShareRequest[] shares) => PlanDesk.Project() with { Shares = shares };

    private static async Task<string> StoredAsync(PlanDesk desk) =>
        string.Join(", ", (await desk.LookAsync(db => db.ProjectTerms.SelectMany(t => t.Funding).OrderBy(f => f.Year).ThenBy(f => f.Source).ToListAsync())).Select(f => $"{f.Source} {f.Year} {f.Amount.Dong / 1_000_000}"));

    [Fact]
    public async Task Other_shares_come_back_as_they_were_and_are_counted_once()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(With(Share(FundingSource.National, 2024, "30.000.000"), Share(FundingSource.Local, 2025, "20.000.000"), new()));
        var id = (await desk.ProjectsAsync(plan)).Single().Id;
        Assert.Equal("Local 2024 100, National 2024 30, Local 2025 20", await StoredAsync(desk));
        var form = await desk.FormAsync(plan, id);
        Assert.Equal(("100.000.000", Vnd.Million(200)), (form.Support!, form.Total));
        Assert.Equal([Share(FundingSource.National, 2024, "30.000.000"), Share(FundingSource.Local, 2025, "20.000.000")], form.Shares!);
        Expect.Done(await desk.EditAsync(plan, id, form));
        Assert.Equal("Local 2024 100, National 2024 30, Local 2025 20", await StoredAsync(desk));
        Assert.Equal(Vnd.Million(150), (await desk.PageAsync(plan)).Figures.Support);
    }

    [Fact]
    public async Task The_plan_calls_support_by_its_source_only_where_all_of_it_is()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var own = await desk.PageAsync(await desk.DraftAsync(With()));
        Assert.Equal(("KCĐP", null), (own.SupportLabel, own.SupportByShare));
        var split = await desk.PageAsync(await desk.DraftAsync(Domain.Plans.Tranche.Numbered(2), With(Share(FundingSource.National, 2024, "30.000.000"), Share(FundingSource.Local, 2025, "20.000.000"))));
        Assert.Equal(("Hỗ trợ", "KCĐP 2024: 100.000.000 · KCQG 2024: 30.000.000 · KCĐP 2025: 20.000.000"), (split.SupportLabel, split.SupportByShare));
        var elsewhere = await desk.PageAsync(await desk.DraftAsync(Domain.Plans.Tranche.Numbered(3), With(Share(FundingSource.Local, 2025, "20.000.000")) with { Support = "0" }));
        Assert.Equal(("Hỗ trợ", "KCĐP 2025: 20.000.000"), (elsewhere.SupportLabel, elsewhere.SupportByShare));
    }

    [Fact]
    public async Task Shares_are_changed_moved_to_another_year_added_and_taken_away()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(With(Share(FundingSource.National, 2024, "30.000.000"), Share(FundingSource.Local, 2025, "20.000.000")));
        var id = (await desk.ProjectsAsync(plan)).Single().Id;
        var form = await desk.FormAsync(plan, id);
        Expect.Done(await desk.EditAsync(plan, id, form with { Shares = [Share(FundingSource.National, 2025, "31.000.000"), Share(FundingSource.Local, 2025, "0"), Share(FundingSource.Local, 2026, "5.000.000")] }));
        Assert.Equal("Local 2024 100, National 2025 31, Local 2026 5", await StoredAsync(desk));
        Assert.Empty((await desk.DoAsync((AuditVerifyService s) => s.VerifyAsync(null, CancellationToken.None))).Faults);

        // Who does not speak of them leaves them as they are.
        var next = await desk.FormAsync(plan, id);
        Expect.Done(await desk.EditAsync(plan, id, next with { Support = "90.000.000", Shares = null }));
        Assert.Equal("Local 2024 90, National 2025 31, Local 2026 5", await StoredAsync(desk));
    }

    [Fact]
    public async Task A_project_paid_by_another_year_alone_gets_no_empty_share_of_its_own()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(With(Share(FundingSource.Local, 2025, "20.000.000")) with { Support = "0" });
        Assert.Equal("Local 2025 20", await StoredAsync(desk));
        Assert.Empty((await desk.PageAsync(plan)).WhyNotSubmit);
        var none = await desk.DraftAsync(Domain.Plans.Tranche.Numbered(2), With(Share(FundingSource.Local, 2025, "0")) with { Support = "0" });
        Assert.Contains((await desk.PageAsync(none)).WhyNotSubmit, r => r is NoSupport);
    }

    [Theory]
    [InlineData(null, 2025, "1.000.000", "Source")]
    [InlineData(FundingSource.National, null, "1.000.000", "Year")]
    [InlineData(FundingSource.National, 1999, "1.000.000", "Year")]
    [InlineData(FundingSource.National, 2101, "1.000.000", "Year")]
    [InlineData(FundingSource.National, 2025, null, "Amount")]
    [InlineData(FundingSource.National, 2025, "-1.000.000", "Amount")]
    [InlineData(FundingSource.National, 2025, "1,5", "Amount")]
    [InlineData(FundingSource.National, 2025, "1.2", "Amount")]
    [InlineData(FundingSource.National, 2025, "một triệu", "Amount")]
    [InlineData(FundingSource.National, 2025, "99.999.999.999.999.999.999", "Amount")]
    [InlineData(FundingSource.Local, 2024, "1.000.000", "Year")]
    public async Task A_share_that_is_no_share_is_refused_at_its_field(FundingSource? source, int? year, string? amount, string field)
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Expect.InvalidIn(await desk.AddAsync(plan, With(Share(FundingSource.National, 2026, "1.000.000"), new DraftShareRequest { Source = source, Year = year, Amount = amount })), $"Shares[1].{field}");
        Assert.Equal("Local 2024 100", await StoredAsync(desk));
    }

    [Fact]
    public async Task The_same_source_and_year_twice_and_too_many_are_refused()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        var twice = await desk.AddAsync(plan, With(Share(FundingSource.National, 2025, "1.000.000"), new(), Share(FundingSource.National, 2025, "0")));
        Expect.InvalidIn(twice, "Shares[2].Year");
        Assert.Equal("Phần KCQG năm 2025 đã ghi ở dòng trên.", twice.Errors.Single().Message);
        Expect.InvalidIn(await desk.AddAsync(plan, With([.. Enumerable.Range(0, 21).Select(i => Share(FundingSource.National, 2030 + i, "1.000.000"))])), "Shares");
        Assert.Equal("Local 2024 100", await StoredAsync(desk));
    }

    [Fact]
    public async Task Two_who_change_shares_at_once_see_both()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(With(Share(FundingSource.National, 2024, "30.000.000")));
        var id = (await desk.ProjectsAsync(plan)).Single().Id;
        var form = await desk.FormAsync(plan, id);
        Expect.Done(await desk.EditAsync(plan, id, form with { Shares = [Share(FundingSource.National, 2024, "31.000.000")] }));
        var stale = await desk.EditAsync(plan, id, form with { Shares = [] });
        Assert.Equal(new StaleRow("Hỗ trợ từ nguồn, năm khác", "–", "KCQG 2024: 31.000.000\u00A0đ"), Assert.Single(stale.Stale!.Rows, r => r.Differs));
    }

    [Fact]
    public async Task Approval_takes_each_share_from_its_own_budget()
    {
        await using var desk = await PlanDesk.OpenAsync();
        await desk.AllotAsync("100.000.000");
        var plan = await desk.AppraisedAsync(With(Share(FundingSource.Local, 2025, "20.000.000")));
        var page = await desk.PageAsync(plan);
        Assert.Equal([(2024, Vnd.Million(100)), (2025, Vnd.Million(20))], page.Budgets.Select(b => (b.Move.Year, b.Move.Allocated)));
        Assert.Equal(Vnd.Million(100), page.AskedOfOwn);
        Assert.Equal([new NoAllotment(2025, FundingSource.Local)], page.WhyNotApprove);
        Assert.Equal([new NoAllotment(2025, FundingSource.Local)], (await desk.ApproveAsync(plan)).Refusals);

        Expect.Done(await desk.RecordAsync(desk.Allotment("19.999.999", "02/QĐ-UBND", year: 2025)));
        Assert.Equal([new OverAllotment(2025, FundingSource.Local, Vnd.Million(20), new Vnd(19_999_999), new Vnd(19_999_999), Vnd.Zero)], (await desk.ApproveAsync(plan)).Refusals);
        Expect.Done(await desk.RecordAsync(desk.Allotment("5.000.001", "03/QĐ-UBND", year: 2025)));
        Expect.Done(await desk.ApproveAsync(plan));

        var budgets = await desk.LookAsync(db => db.Allotments.OrderBy(a => a.Year).Select(a => new { a.Year, a.Allocated }).ToListAsync());
        Assert.Equal([(2024, Vnd.Million(100)), (2025, Vnd.Million(20))], budgets.Select(b => (b.Year, b.Allocated)));
        Assert.Equal(Vnd.Million(120), (await desk.ProjectsAsync(plan)).Single().Support);
        Assert.Empty((await desk.DoAsync((AuditVerifyService s) => s.VerifyAsync(null, CancellationToken.None))).Faults);
        Assert.Empty((await desk.PageAsync(plan)).Budgets);
    }
}
