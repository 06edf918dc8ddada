using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Territory;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Adjustments;

/// <summary>The choices of an adjustment's form. Today is 01/06/2024.</summary>
public sealed class AdjustmentFormServiceTests
{
    private static readonly DateOnly Today = new(2024, 6, 1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_offers_the_plans_own_projects_in_their_order_and_what_is_in_force_today()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.Plans.DraftAsync(Tranche.Numbered(2), PlanDesk.Project("Của kế hoạch khác"));
        var id = await desk.DraftAsync();
        await using (var db = desk.Plans.Portal.Db())
        {
            // One that ends today, one that ended yesterday, one from today, one from tomorrow, one that is switched off.
            foreach (var (title, from, to, enabled) in new (string, DateOnly, DateOnly?, bool)[]
            {
                ("đến hôm nay", new(2020, 1, 1), Today, true), ("đến hôm qua", new(2020, 1, 1), Today.AddDays(-1), true),
                ("từ hôm nay", Today, null, true), ("từ ngày mai", Today.AddDays(1), null, true), ("ngừng", new(2020, 1, 1), null, false),
            })
            {
                db.SpendingNorms.Add(new SpendingNorm { Code = title, Title = title, MaxRatePercent = 50, CapUnit = "cơ sở", LegalSource = "Thử", ValidFrom = from, ValidTo = to, Enabled = enabled });
            }

            var categories = await db.Categories.OrderBy(c => c.Id).ToListAsync(Stop);
            db.Entry(categories[0]).Property(c => c.ValidTo).CurrentValue = Today.AddDays(-1);
            db.Entry(categories[1]).Property(c => c.ValidTo).CurrentValue = Today;
            await db.SaveAsync(desk.Plans.Clerk, null, Stop);
        }

        var form = (await ReadAsync(desk, id, null)).Value;
        Assert.Equal([desk.First, desk.Second], form.Projects.Select(p => int.Parse(p.Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("Máy sấy cà phê (100.000.000\u00A0đ)", form.Projects[0].Text, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "đến hôm nay", "từ hôm nay" }, form.Norms.Select(n => n.Text).ToHashSet());
        Assert.DoesNotContain(form.Norms, n => n.Text is "đến hôm qua" or "từ ngày mai" or "ngừng");
        var known = await desk.Plans.LookAsync(db => db.Categories.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(Stop));
        Assert.Equal(known.Skip(1), form.Categories.Select(c => int.Parse(c.Value, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Null(form.Project);

        var districts = await desk.Plans.LookAsync(db => db.Units.Where(u => u.Level == UnitLevel.District && u.ValidFrom <= Today && (u.ValidTo == null || u.ValidTo >= Today) && u.Parent!.Code == UnitNames.HomeProvinceCode)
            .Select(u => u.Name).ToListAsync(Stop));
        Assert.Equal(["Toàn tỉnh", .. districts.OrderBy(Domain.Text.VietnameseSort.SortKey, StringComparer.Ordinal)], form.AreaSuggestions);
        var centre = await desk.Plans.LookAsync(db => db.Organisations.Where(o => o.Kind == Domain.People.OrganisationKind.Centre).Select(o => o.Name).SingleAsync(Stop));
        Assert.Equal(centre, form.Centre);
    }

    [Fact]
    public async Task It_is_filled_from_the_chosen_project_as_it_stands_today()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var other = await desk.Plans.DraftAsync(Tranche.Numbered(2), PlanDesk.Project("Của kế hoạch khác"));
        await desk.ApprovedAsync("01/06/2024", AdjustmentDesk.Raise(desk.First, "150.000.000"), AdjustmentDesk.Replace(desk.Second, "HTX mới"));
        var id = await desk.DraftAsync();

        var project = (await ReadAsync(desk, id, desk.First)).Value.Project!;
        Assert.Equal((desk.First, "Máy sấy cà phê", Vnd.Million(150), Vnd.Million(50), "Huyện Krông Năng"), (project.Id, project.Name, project.Support, project.Counterpart, project.Area));
        Assert.Null(project.Norm);
        Assert.Equal("HTX mới", (await ReadAsync(desk, id, desk.Second)).Value.Project!.Beneficiary);
        foreach (var foreign in new[] { (await desk.Plans.ProjectsAsync(other))[0].Id, 999 }) Assert.Equal(Outcome.NotFound, (await ReadAsync(desk, id, foreign)).Outcome);
        Assert.Equal(Outcome.NotFound, (await ReadAsync(desk, 999, null)).Outcome);
    }

    private static Task<Result<AdjustmentForm>> ReadAsync(AdjustmentDesk desk, int id, int? project) =>
        desk.DoAsync((AdjustmentFormService s) => s.ReadAsync(desk.Plans.Clerk, id, project, Stop));
}
