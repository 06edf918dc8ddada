using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Tests.Money;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Projects;

/// <summary>Appendices that raise or lower a contract's value.</summary>
public class ContractAppendixTests
{
    private static readonly RecordAppendixRequest Form = new() { Number = "01/PLHĐ", SignedOn = "01/10/2024", Value = "20.000.000" };

    [Fact]
    public async Task An_appendix_raises_the_contract_and_with_it_the_limit()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(80));

        Expect.Done(await AppendAsync(desk, Form));

        var project = await desk.ProjectAsync();
        Assert.Equal((Vnd.Million(100), Vnd.Million(100)), (project.Contracted!.Value, project.DisbursementLimit));
        await using var db = desk.Portal.Db();
        var contracts = await db.Contracts.OrderBy(c => c.Id).ToListAsync();
        Assert.Equal((ContractKind.Appendix, Vnd.Million(20), contracts[0].BeneficiaryId), (contracts[1].Kind, contracts[1].Value, contracts[1].BeneficiaryId));
    }

    [Fact]
    public async Task An_appendix_lowers_the_contract_to_what_is_posted_and_pending_and_no_further()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(80));
        await desk.PostAsync("40.000.000", date: "01/09/2024");
        Expect.Done(await desk.SendAsync(desk.Chief, desk.Form("20.000.000") with { Date = "02/09/2024" }));

        var refusal = Expect.RefusedOnlyBy<MoneyRefusals.ContractBelowPosted>(await AppendAsync(desk, Form with { Value = "20.000.001", Lowers = true }));

        Assert.Equal(new MoneyRefusals.ContractBelowPosted(new Vnd(-20_000_001), Vnd.Million(80), Vnd.Million(40), Vnd.Million(20)), refusal);
        Expect.Done(await AppendAsync(desk, Form with { Lowers = true }));
        Assert.Equal(Vnd.Million(60), (await desk.ProjectAsync()).Contracted);
    }

    [Fact]
    public async Task An_appendix_never_goes_above_the_support()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(80));

        var refusal = Expect.RefusedOnlyBy<MoneyRefusals.ContractBeyondSupport>(await AppendAsync(desk, Form with { Value = "20.000.001" }));

        Assert.Equal(new MoneyRefusals.ContractBeyondSupport(new Vnd(20_000_001), Vnd.Million(80), Vnd.Million(100)), refusal);
    }

    [Fact]
    public async Task An_appendix_takes_no_more_than_the_contract_with_that_beneficiary_is_worth()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(50));
        await using (var db = desk.Portal.Db())
        {
            var version = await db.Projects.Select(p => p.Version).SingleAsync();
            Expect.Done(await desk.Portal.UseAsync<ContractService, Result>(s => s.RecordAsync(
                desk.Chief,
                new RecordContractRequest { ProjectId = desk.ProjectId, Version = version, Number = "02/HĐ", SignedOn = "01/04/2024", Value = "30.000.000", Beneficiary = "Cơ sở Bình Minh" },
                default)));
        }

        var refusal = Expect.RefusedOnlyBy<MoneyRefusals.AppendixBelowZero>(await AppendAsync(desk, Form with { Value = "50.000.001", Lowers = true }));

        Assert.Equal(new MoneyRefusals.AppendixBelowZero(new Vnd(-50_000_001), Vnd.Million(50)), refusal);
        var rows = (await desk.Portal.UseAsync<ContractService, Result<IReadOnlyList<ContractRow>>>(s => s.ContractsAsync(desk.Chief, desk.ProjectId, default))).Value;
        Assert.Equal([Vnd.Million(50), Vnd.Million(30)], rows.Select(r => r.Value));
    }

    [Fact]
    public async Task A_project_without_contract_takes_no_appendix()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100));

        Expect.RefusedOnlyBy<MoneyRefusals.AppendixNeedsContract>(await AppendAsync(desk, Form with { ContractId = 1 }));
    }

    [Fact]
    public async Task An_appendix_dated_back_is_refused_with_the_day_that_it_would_break()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(80));
        await desk.PostAsync("70.000.000", date: "01/06/2024");
        await desk.PostAsync("30.000.000", MoneyEntryKind.Recovery, "01/08/2024");

        var refusal = Expect.RefusedOnlyBy<MoneyRefusals.OverLimitOnDay>(await AppendAsync(desk, Form with { Lowers = true, SignedOn = "01/07/2024" }));

        Assert.Equal(new MoneyRefusals.OverLimitOnDay(new(2024, 7, 1), Vnd.Million(70), Vnd.Million(60)), refusal);
        Expect.Done(await AppendAsync(desk, Form with { Lowers = true, SignedOn = "01/08/2024" }));
    }

    [Theory]
    [InlineData("04/02/2024", "DateBeforeDecision")]
    [InlineData("16/11/2024", "DateInFuture")]
    public async Task An_appendix_is_dated_between_the_decision_and_today(string date, string code)
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(80));

        Assert.Equal(code, Assert.Single((await AppendAsync(desk, Form with { SignedOn = date })).Refusals).Code);
    }

    [Fact]
    public async Task Contracts_appendices_and_acceptances_are_not_dated_in_a_closed_year()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(80).Started());
        await desk.CloseAsync(2024);

        Expect.RefusedOnlyBy<MoneyRefusals.YearClosed>(await AppendAsync(desk, Form));
        var accepted = await desk.Portal.UseAsync<AcceptanceService, Result>(async s => await s.RecordAsync(
            desk.Chief,
            new RecordAcceptanceRequest { ProjectId = desk.ProjectId, Version = (await desk.ProjectAsync()).Version, Date = "01/11/2024", Finding = "Đạt", MinutesNumber = "1" },
            default));
        Expect.RefusedOnlyBy<MoneyRefusals.YearClosed>(accepted);
    }

    [Fact]
    public async Task The_same_appendix_sent_twice_is_recorded_once_and_its_number_stands_once()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(50));
        var form = await FilledAsync(desk, Form);

        Expect.Done(await SendAsync(desk, desk.Chief, form));
        Expect.Done(await SendAsync(desk, desk.Chief, form));

        Assert.Equal(Vnd.Million(70), (await desk.ProjectAsync()).Contracted);
        Expect.RefusedOnlyBy<MoneyRefusals.ContractNumberTaken>(await AppendAsync(desk, Form with { Number = "01/plhđ", Value = "1.000.000" }));
        var stale = await SendAsync(desk, desk.Chief, form with { Number = "02/PLHĐ" });
        Assert.Equal(Outcome.Stale, stale.Outcome);
        Assert.Contains(stale.Stale!.Rows, r => r.Yours == "02/PLHĐ");
    }

    [Fact]
    public async Task An_empty_form_a_wrong_contract_and_other_people_are_turned_away()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(50));

        Expect.InvalidIn(await SendAsync(desk, desk.Chief, new() { ProjectId = desk.ProjectId }), "Version", "ContractId", "Number", "SignedOn", "Value");
        Expect.InvalidIn(await AppendAsync(desk, Form with { ContractId = 4711 }), "ContractId");
        Expect.InvalidIn(await AppendAsync(desk, Form with { Value = "-5" }), "Value");
        Assert.Equal(Outcome.Forbidden, (await SendAsync(desk, desk.Accountant, await FilledAsync(desk, Form))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.Portal.UseAsync<ContractService, Result<IReadOnlyList<ContractRow>>>(s => s.ContractsAsync(desk.Accountant, desk.ProjectId, default))).Outcome);
        Assert.Equal(Outcome.NotFound, (await desk.Portal.UseAsync<ContractService, Result<IReadOnlyList<ContractRow>>>(s => s.ContractsAsync(desk.Chief, 4711, default))).Outcome);
    }

    private static async Task<Result> AppendAsync(Desk desk, RecordAppendixRequest form) => await SendAsync(desk, desk.Chief, await FilledAsync(desk, form));

    private static Task<Result> SendAsync(Desk desk, Actor actor, RecordAppendixRequest form) =>
        desk.Portal.UseAsync<ContractService, Result>(s => s.AppendAsync(actor, form, default));

    private static async Task<RecordAppendixRequest> FilledAsync(Desk desk, RecordAppendixRequest form)
    {
        await using var db = desk.Portal.Db();
        var contract = await db.Contracts.Where(c => c.ProjectId == desk.ProjectId).OrderBy(c => c.Id).Select(c => (int?)c.Id).FirstOrDefaultAsync();
        return form with { ProjectId = desk.ProjectId, Version = (await desk.ProjectAsync()).Version, ContractId = form.ContractId ?? contract };
    }
}
