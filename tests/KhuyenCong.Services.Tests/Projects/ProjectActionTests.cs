using System.Text;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Projects;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Projects;

/// <summary>Contracts, starts and acceptances.</summary>
public class ProjectActionTests
{
    private static readonly RecordContractRequest Contract = new() { Number = "05/HĐ", SignedOn = "01/03/2024", Value = "100.000.000", Beneficiary = "Cơ sở Lan Anh" };
    private static readonly RecordAcceptanceRequest Acceptance = new() { Date = "01/11/2024", Finding = "Đạt yêu cầu", MinutesNumber = "07/BB" };

    [Fact]
    public async Task A_contract_moves_the_project_and_sets_the_limit()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, id) = await ProjectAsync(portal, SomeProject.Supported(150));

        Expect.Done(await SignAsync(portal, chief, id, Contract));

        await using var db = portal.Db();
        var project = await db.Projects.Include(p => p.Contracts).ThenInclude(c => c.Beneficiary).SingleAsync(p => p.Id == id);
        Assert.Equal((ProjectStatus.Contracted, Vnd.Million(100)), (project.Status, project.DisbursementLimit));
        Assert.Equal("Cơ sở Lan Anh", Assert.Single(project.Contracts).Beneficiary!.Name);
    }

    [Fact]
    public async Task Contracts_together_stay_within_the_support_with_the_amounts()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, id) = await ProjectAsync(portal, SomeProject.Supported(150));
        Expect.Done(await SignAsync(portal, chief, id, Contract));

        var refusal = Expect.RefusedOnlyBy<MoneyRefusals.ContractBeyondSupport>(await SignAsync(portal, chief, id, Contract with { Number = "06/HĐ", Value = "50.000.001" }));

        Assert.Equal(new MoneyRefusals.ContractBeyondSupport(new Vnd(50_000_001), Vnd.Million(100), Vnd.Million(150)), refusal);
        Expect.Done(await SignAsync(portal, chief, id, Contract with { Number = "06/HĐ", Value = "50.000.000" }));
    }

    [Fact]
    public async Task The_beneficiary_is_found_by_its_name_or_added_once()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, id) = await ProjectAsync(portal, SomeProject.Supported(150));

        Expect.Done(await SignAsync(portal, chief, id, Contract with { Value = "10.000.000" }));
        Expect.Done(await SignAsync(portal, chief, id, Contract with { Number = "06/HĐ", Value = "10.000.000", Beneficiary = "CƠ SỞ  Lan Anh" }));
        Expect.Done(await SignAsync(portal, chief, id, Contract with { Number = "07/HĐ", Value = "10.000.000", Beneficiary = "Cơ sở Lân Anh" }));

        await using var db = portal.Db();
        Assert.Equal(2, await db.Beneficiaries.CountAsync());
    }

    [Fact]
    public async Task The_same_contract_sent_twice_is_recorded_once_and_another_of_its_number_is_refused()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, id) = await ProjectAsync(portal, SomeProject.Supported(150));
        var form = Contract with { ProjectId = id, Version = await VersionAsync(portal, id), Value = "10.000.000" };

        Expect.Done(await portal.UseAsync<ContractService, Result>(s => s.RecordAsync(chief, form, default)));
        Expect.Done(await portal.UseAsync<ContractService, Result>(s => s.RecordAsync(chief, form, default)));

        await using var db = portal.Db();
        Assert.Equal(1, await db.Contracts.CountAsync());
        Expect.RefusedOnlyBy<MoneyRefusals.ContractNumberTaken>(await SignAsync(portal, chief, id, Contract with { Number = "05/hđ", Value = "20.000.000" }));
    }

    [Fact]
    public async Task A_project_that_moved_since_it_was_shown_is_looked_at_again()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, id) = await ProjectAsync(portal, SomeProject.Supported(150));
        var shown = await VersionAsync(portal, id);
        Expect.Done(await SignAsync(portal, chief, id, Contract));

        var result = await portal.UseAsync<ContractService, Result>(s => s.RecordAsync(chief, Contract with { ProjectId = id, Version = shown, Number = "09/HĐ", Value = "1.000.000" }, default));

        Assert.Equal(Outcome.Stale, result.Outcome);
        Assert.Equal(chief.Name, result.Stale!.ChangedBy);
        Assert.Contains(result.Stale.Rows, r => r is { Yours: "09/HĐ", Current: "05/HĐ", Differs: true });
    }

    [Theory]
    [InlineData("04/02/2024", "DateBeforeDecision")]
    [InlineData("16/11/2024", "DateInFuture")]
    public async Task A_contract_is_dated_between_the_decision_and_today(string date, string code)
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, id) = await ProjectAsync(portal, SomeProject.Supported(150));

        Assert.Equal(code, Assert.Single((await SignAsync(portal, chief, id, Contract with { SignedOn = date })).Refusals).Code);
    }

    [Fact]
    public async Task A_draft_takes_no_contract()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, id) = await ProjectAsync(portal, SomeProject.Supported(150).AsDraft());

        var result = await SignAsync(portal, chief, id, Contract);

        Assert.Contains(new ProjectRefusals.WrongStatus(ProjectAction.Contract, ProjectStatus.Registered), result.Refusals);
    }

    [Fact]
    public async Task An_empty_contract_form_is_told_about_every_field()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, id) = await ProjectAsync(portal, SomeProject.Supported(150));

        Expect.InvalidIn(
            await portal.UseAsync<ContractService, Result>(s => s.RecordAsync(chief, new RecordContractRequest { ProjectId = id }, default)),
            "Version", "Number", "SignedOn", "Value", "Beneficiary");
    }

    [Fact]
    public async Task Only_a_project_that_needs_no_contract_starts_without_one()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, training) = await ProjectAsync(portal, SomeProject.Supported(50).InCategory("ND1"));
        var machinery = await SomeProject.Supported(150).InCategory("ND3").InAsync(portal);

        Expect.Done(await StartAsync(portal, chief, training, await VersionAsync(portal, training)));
        var refusal = Expect.RefusedOnlyBy<ProjectRefusals.ContractNeeded>(await StartAsync(portal, chief, machinery, await VersionAsync(portal, machinery)));

        Assert.Equal("ND3", refusal.CategoryCode);
        Expect.InvalidIn(await StartAsync(portal, chief, machinery, null), "Version");
        Assert.Equal(Outcome.Stale, (await StartAsync(portal, chief, machinery, 99)).Outcome);
    }

    [Fact]
    public async Task Acceptance_takes_the_whole_support_unless_told_and_keeps_the_minutes()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, id) = await ProjectAsync(portal, SomeProject.Supported(150).UnderContract(120).Started());
        using var pdf = new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.7 biên bản"));

        Expect.Done(await AcceptAsync(portal, chief, id, Acceptance with { Minutes = new FileUpload("bien-ban.pdf", pdf.Length, pdf) }));

        await using var db = portal.Db();
        var acceptance = await db.Acceptances.Include(a => a.Document).SingleAsync();
        Assert.Equal((Vnd.Million(150), "bien-ban.pdf"), (acceptance.AcceptedSupport, acceptance.Document!.FileName));
        Assert.Equal(ProjectStatus.Accepted, (await db.Projects.SingleAsync(p => p.Id == id)).Status);
        var stranger = await portal.PersonAsync("Cán bộ khác", Role.Officer);
        var open = await portal.UseAsync<ProjectPapersService, Result<DocumentDownload>>(s => s.OpenAsync(chief, id, acceptance.DocumentId!.Value, default));
        Expect.Done(open);
        await open.Value.Content.DisposeAsync();
        Assert.Equal(Outcome.NotFound, (await portal.UseAsync<ProjectPapersService, Result<DocumentDownload>>(s => s.OpenAsync(stranger, id, acceptance.DocumentId!.Value, default))).Outcome);
        var other = await SomeProject.Supported(1).InAsync(portal);
        Assert.Equal(Outcome.NotFound, (await portal.UseAsync<ProjectPapersService, Result<DocumentDownload>>(s => s.OpenAsync(chief, other, acceptance.DocumentId!.Value, default))).Outcome);
    }

    [Fact]
    public async Task Acceptance_beyond_the_support_or_before_the_work_is_refused()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, id) = await ProjectAsync(portal, SomeProject.Supported(150).UnderContract(120).Started());
        var idle = await SomeProject.Supported(150).UnderContract(120).InAsync(portal);

        Expect.RefusedOnlyBy<MoneyRefusals.AcceptedBeyondSupport>(await AcceptAsync(portal, chief, id, Acceptance with { AcceptedSupport = "150.000.001" }));
        Expect.RefusedOnlyBy<ProjectRefusals.WrongStatus>(await AcceptAsync(portal, chief, idle, Acceptance));
        Expect.RefusedOnlyBy<ProjectRefusals.DateInFuture>(await AcceptAsync(portal, chief, id, Acceptance with { Date = "16/11/2024" }));
    }

    [Fact]
    public async Task Minutes_that_are_no_PDF_are_given_back_and_nothing_is_recorded()
    {
        await using var portal = await TestPortal.StartAsync();
        var (chief, id) = await ProjectAsync(portal, SomeProject.Supported(150).UnderContract(120).Started());
        using var exe = new MemoryStream(Encoding.ASCII.GetBytes("MZ........"));

        Expect.InvalidIn(await AcceptAsync(portal, chief, id, Acceptance with { Minutes = new FileUpload("bien-ban.pdf", exe.Length, exe) }), "Minutes");
        await using var db = portal.Db();
        Assert.Equal(0, await db.Acceptances.CountAsync());
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Division)]
    [InlineData(Role.Accountant)]
    [InlineData(Role.Officer)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Administrator)]
    public async Task Only_the_Centre_s_leader_contracts_starts_and_accepts(Role role)
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, id) = await ProjectAsync(portal, SomeProject.Supported(150));
        var person = await portal.PersonAsync("Người khác", role);

        Assert.Equal(Outcome.Forbidden, (await SignAsync(portal, person, id, Contract)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await StartAsync(portal, person, id, 1)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await AcceptAsync(portal, person, id, Acceptance)).Outcome);
    }

    private static async Task<(Actor Chief, int Id)> ProjectAsync(TestPortal portal, SomeProject project) =>
        (await portal.PersonAsync("Giám đốc Trung tâm", Role.CentreManager), await project.InAsync(portal));

    private static async Task<int> VersionAsync(TestPortal portal, int id)
    {
        await using var db = portal.Db();
        return await db.Projects.Where(p => p.Id == id).Select(p => p.Version).SingleAsync();
    }

    private static async Task<Result> SignAsync(TestPortal portal, Actor actor, int id, RecordContractRequest form)
    {
        var version = await VersionAsync(portal, id);
        return await portal.UseAsync<ContractService, Result>(s => s.RecordAsync(actor, form with { ProjectId = id, Version = version }, default));
    }

    private static async Task<Result> AcceptAsync(TestPortal portal, Actor actor, int id, RecordAcceptanceRequest form)
    {
        var version = await VersionAsync(portal, id);
        return await portal.UseAsync<AcceptanceService, Result>(s => s.RecordAsync(actor, form with { ProjectId = id, Version = version }, default));
    }

    private static Task<Result> StartAsync(TestPortal portal, Actor actor, int id, int? version) =>
        portal.UseAsync<StartService, Result>(s => s.StartAsync(actor, new StartProjectRequest(id, version), default));
}
