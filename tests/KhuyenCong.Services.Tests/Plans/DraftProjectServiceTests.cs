using System.Text;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Domain.Plans.PlanRefusals;

namespace KhuyenCong.Services.Tests.Plans;

public sealed class DraftProjectServiceTests
{
    [Fact]
    public async Task The_total_is_derived_from_its_parts()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project() with { Other = "1.234.567" });
        Assert.Equal(new Vnd(151_234_567), (await desk.PageAsync(plan)).Projects.Single().Figures.Total);
    }

    [Fact]
    public async Task What_is_typed_in_parts_is_stored_composed_and_with_single_spaces()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project("  Hỗ trợ   máy sấy ".Normalize(NormalizationForm.FormD)) with { Area = "HUYỆN M’ĐRẮK".Normalize(NormalizationForm.FormD) });
        var shown = (await desk.PageAsync(plan)).Projects.Single();
        Assert.Equal(("Hỗ trợ máy sấy", "Huyện M'Đrắk"), (shown.Name, shown.AreaText));
    }

    [Fact]
    public async Task Fields_that_are_missing_or_unreadable_are_told_by_name()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Expect.InvalidIn(await desk.AddAsync(plan, new DraftProjectRequest()), "Group", "Name", "ImplementingUnit", "Beneficiary", "Support");
        Expect.InvalidIn(
            await desk.AddAsync(plan, PlanDesk.Project() with { Support = "1.2", Counterpart = "-5", Other = "một triệu", StartMonth = "13/2024", Establishments = 0 }),
            "Support", "Counterpart", "Other", "StartMonth", "Establishments");
        Expect.InvalidIn(await desk.AddAsync(plan, PlanDesk.Project() with { StartMonth = "2024-11", EndMonth = "2024-03" }), "EndMonth");
    }

    [Theory]
    [InlineData("g999")]
    [InlineData("c:ND99")]
    [InlineData("x")]
    public async Task A_group_that_is_not_in_the_list_is_asked_for(string group)
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.InvalidIn(await desk.AddAsync(await desk.DraftAsync(), PlanDesk.Project() with { Group = group }), "Group");
    }

    [Fact]
    public async Task A_norm_that_is_not_in_the_list_is_asked_for()
    {
        await using var desk = await PlanDesk.OpenAsync();
        Expect.InvalidIn(await desk.AddAsync(await desk.DraftAsync(), PlanDesk.Project() with { NormId = 12345 }), "NormId");
    }

    [Theory]
    [InlineData("Huyện Không Có")]
    [InlineData("Xã Ea Kao Kao Kao")]
    public async Task An_area_that_is_not_there_is_asked_for(string area)
    {
        await using var desk = await PlanDesk.OpenAsync();
        var result = await desk.AddAsync(await desk.DraftAsync(), PlanDesk.Project() with { Area = area });
        Expect.InvalidIn(result, "Area");
        Assert.Contains(area, result.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_province_and_several_areas_come_back_as_they_were()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project("Toàn") with { Area = "toàn tỉnh" }, PlanDesk.Project("Nhiều") with { Area = "Huyện Krông Bông; Thị xã Buôn Hồ" });
        var ids = (await desk.ProjectsAsync(plan)).ConvertAll(p => p.Id);
        foreach (var id in ids)
        {
            var form = await desk.FormAsync(plan, id);
            Expect.Done(await desk.EditAsync(plan, id, form));
            Assert.Equal(form.Area, (await desk.FormAsync(plan, id)).Area);
        }

        var scopes = await desk.LookAsync(db => db.ProjectTerms.OrderBy(t => t.Id).Select(t => new { t.AreaScope, t.Areas.Count }).ToListAsync());
        Assert.Equal([(AreaScope.WholeProvince, 0), (AreaScope.Units, 2)], scopes.Select(s => (s.AreaScope, s.Count)));
    }

    [Fact]
    public async Task A_form_sent_back_unchanged_changes_nothing()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project() with { Note = "ghi chú", Objectives = "01 máy", EligibleCost = "250.000.000", Establishments = 2 });
        var id = (await desk.ProjectsAsync(plan)).Single().Id;
        var before = await desk.FormAsync(plan, id);
        Expect.Done(await desk.EditAsync(plan, id, before));
        Assert.Equal(before, (await desk.FormAsync(plan, id)) with { Version = before.Version, BeneficiaryIds = before.BeneficiaryIds, Shares = before.Shares });
        Assert.Empty(before.Shares!);
    }

    [Fact]
    public async Task An_edit_from_an_older_form_is_answered_with_both_versions()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        var id = (await desk.ProjectsAsync(plan)).Single().Id;
        var form = await desk.FormAsync(plan, id);
        Expect.Done(await desk.EditAsync(plan, id, form with { Support = "90.000.000" }));
        var stale = await desk.EditAsync(plan, id, form with { Support = "80.000.000" });
        Assert.Equal(Outcome.Stale, stale.Outcome);
        var row = Assert.Single(stale.Stale!.Rows, r => r.Differs);
        Assert.Equal(new StaleRow("Kinh phí hỗ trợ", "80.000.000\u00A0đ", "90.000.000\u00A0đ"), row);
        Assert.Equal("Trần Thị Bình", stale.Stale.ChangedBy);
        Assert.Equal(Vnd.Million(90), (await desk.PageAsync(plan)).Figures.Support);
    }

    [Fact]
    public async Task Edits_of_different_projects_do_not_hinder_each_other()
    {
        await using var desk = await PlanDesk.OpenAsync(onFile: true);
        var plan = await desk.DraftAsync(PlanDesk.Project("Một"), PlanDesk.Project("Hai"), PlanDesk.Project("Ba"));
        var ids = (await desk.ProjectsAsync(plan)).ConvertAll(p => p.Id);
        List<DraftProjectRequest> forms = [];
        foreach (var id in ids) forms.Add(await desk.FormAsync(plan, id));
        var results = await Task.WhenAll(ids.Select((id, i) => Task.Run(() => desk.Portal.UseAsync((DraftProjectService s) =>
            s.EditAsync(desk.Clerk, plan, id, forms[i] with { Support = "10.000.000" }, default)))));
        Assert.All(results, Expect.Done);
        Assert.Equal(Vnd.Million(30), (await desk.PageAsync(plan)).Figures.Support);
    }

    [Fact]
    public async Task Projects_added_at_once_all_come_in_with_codes_and_places_of_their_own()
    {
        await using var desk = await PlanDesk.OpenAsync(onFile: true);
        var plan = await desk.DraftAsync();
        var results = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => Task.Run(() => desk.Portal.UseAsync((DraftProjectService s) =>
            s.AddAsync(desk.Clerk, plan, PlanDesk.Project($"Đề án {i}"), default)))));
        Assert.All(results, Expect.Done);
        var projects = await desk.ProjectsAsync(plan);
        Assert.Equal([1, 2, 3, 4, 5], projects.Select(p => p.Ordinal));
        Assert.Equal(5, projects.Select(p => p.Code).Distinct().Count());
    }

    [Fact]
    public async Task A_project_moves_up_and_down_and_stops_at_the_ends()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project("A"), PlanDesk.Project("B"), PlanDesk.Project("C"));
        var ids = (await desk.ProjectsAsync(plan)).ConvertAll(p => p.Id);
        Expect.Done(await desk.MoveAsync(plan, ids[2], up: true));
        Expect.Done(await desk.MoveAsync(plan, ids[0], up: true));
        Expect.Done(await desk.MoveAsync(plan, ids[1], up: false));
        Assert.Equal([ids[0], ids[2], ids[1]], (await desk.ProjectsAsync(plan)).Select(p => p.Id));
    }

    [Fact]
    public async Task Removing_closes_the_gap_and_an_empty_group_leaves_the_annex()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project("A"), PlanDesk.Project("B"), PlanDesk.Project("T") with { Group = "c:ND6" }, PlanDesk.Project("U") with { Group = "c:ND9" });
        var projects = await desk.ProjectsAsync(plan);
        Expect.Done(await desk.RemoveAsync(plan, projects[0].Id, projects[0].Version));
        Expect.Done(await desk.RemoveAsync(plan, projects[2].Id, projects[2].Version));
        var page = await desk.PageAsync(plan);
        Assert.Equal([(1, "ND3"), (2, "ND9")], page.Groups.Select(g => (g.Ordinal, g.CategoryCode)));
        Assert.Equal(1, page.Groups[0].Projects.Single().Ordinal);
    }

    [Fact]
    public async Task A_project_moved_to_another_group_leaves_no_empty_group_and_no_gap()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project("A") with { Group = "c:ND1" }, PlanDesk.Project("B"), PlanDesk.Project("C"));
        var project = (await desk.ProjectsAsync(plan))[0];
        var form = await desk.FormAsync(plan, project.Id);
        Expect.Done(await desk.EditAsync(plan, project.Id, form with { Group = "c:ND3" }));
        var group = Assert.Single((await desk.PageAsync(plan)).Groups);
        Assert.Equal((1, "ND3"), (group.Ordinal, group.CategoryCode));
        Assert.Equal(["B", "C", "A"], group.Projects.Select(p => p.Name));
    }

    [Fact]
    public async Task A_project_changed_meanwhile_is_not_removed_unseen()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        var project = (await desk.ProjectsAsync(plan)).Single();
        Expect.Done(await desk.EditAsync(plan, project.Id, await desk.FormAsync(plan, project.Id) with { Name = "Tên mới" }));
        var stale = await desk.RemoveAsync(plan, project.Id, project.Version);
        Assert.Equal(Outcome.Stale, stale.Outcome);
        Assert.Contains("Tên mới", stale.Stale!.Rows.Single().Current, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_removed_meanwhile_is_not_found()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync(PlanDesk.Project("A"), PlanDesk.Project("B"));
        var project = (await desk.ProjectsAsync(plan))[0];
        var form = await desk.FormAsync(plan, project.Id);
        Expect.Done(await desk.RemoveAsync(plan, project.Id, project.Version));
        Assert.Equal(Outcome.NotFound, (await desk.EditAsync(plan, project.Id, form)).Outcome);
        Assert.Equal(Outcome.NotFound, (await desk.MoveAsync(plan, project.Id, up: true)).Outcome);
        Assert.Equal(Outcome.NotFound, (await desk.RemoveAsync(plan, project.Id, project.Version)).Outcome);
    }

    [Fact]
    public async Task A_submitted_plan_is_not_edited_in_any_way()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        var project = (await desk.ProjectsAsync(plan)).Single();
        var form = await desk.FormAsync(plan, project.Id);
        Expect.Done(await desk.SubmitAsync(plan));
        Expect.RefusedOnlyBy<WrongStatus>(await desk.AddAsync(plan, PlanDesk.Project()));
        Expect.RefusedOnlyBy<WrongStatus>(await desk.EditAsync(plan, project.Id, form));
        Expect.RefusedOnlyBy<WrongStatus>(await desk.MoveAsync(plan, project.Id, up: true));
        Expect.RefusedOnlyBy<WrongStatus>(await desk.RemoveAsync(plan, project.Id, project.Version));
    }

    [Fact]
    public async Task Who_may_not_edit_is_turned_away_everywhere()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((DraftProjectService s) => s.AddAsync(desk.Leader, plan, PlanDesk.Project(), default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((DraftProjectService s) => s.EditAsync(desk.Leader, plan, 1, PlanDesk.Project(), default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((DraftProjectService s) => s.RemoveAsync(desk.Leader, plan, 1, 0, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((DraftProjectService s) => s.MoveAsync(desk.Leader, plan, 1, true, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((DraftProjectFormService s) => s.ReadAsync(desk.Leader, plan, null, default))).Outcome);
    }
}
