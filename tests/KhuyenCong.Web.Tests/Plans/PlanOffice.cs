using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.Plans;

/// <summary>Plans in the state that a page needs, made by the services.</summary>
internal static class PlanOffice
{
    private static readonly HashSet<string> Everything = [.. Permissions.All];

    /// <summary>Somebody who may do everything; never the one who looks at the pages.</summary>
    public static async Task<Actor> HandAsync(this PortalFactory portal) => new((await portal.AccountAsync(Role.DivisionHead, Role.Leader)).Id, "Trần Thị Bình", Everything);

    public static async Task<T> DoAsync<TService, T>(this PortalFactory portal, Func<TService, Task<T>> step)
        where TService : notnull
        where T : Services.Result
    {
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var scope = portal.Services.CreateAsyncScope();
        var result = await step(scope.ServiceProvider.GetRequiredService<TService>());
        Assert.True(result.IsDone, string.Join("; ", result.Refusals.Select(r => r.ToString()).Concat(result.Errors.Select(e => e.Message))));
        return result;
    }

    public static async Task<int> DraftAsync(this PortalFactory portal, int projects = 2, int tranche = 1)
    {
        var hand = await portal.HandAsync();
        var plan = await portal.DoAsync((DraftPlanService s) => s.CreateAsync(hand, new NewPlanRequest { Year = 2024, Tranche = tranche, Source = FundingSource.Local }, default));
        for (var i = 1; i <= projects; i++)
        {
            var project = new DraftProjectRequest
            {
                Group = i % 3 == 0 ? "c:ND6" : "c:ND3", Name = string.Create(CultureInfo.InvariantCulture, $"Hỗ trợ máy móc {i}"), ImplementingUnit = "Trung tâm Khuyến công",
                Beneficiary = "Cơ sở Lan Anh", Area = "Huyện Krông Năng", StartMonth = "2024-03", EndMonth = "2024-11", Support = "10.000.000", Counterpart = "5.000.000",
            };
            await portal.DoAsync((DraftProjectService s) => s.AddAsync(hand, plan.Value, project, default));
        }

        return plan.Value;
    }

    public static async Task<int> SubmittedAsync(this PortalFactory portal, int projects = 2, int tranche = 1)
    {
        var plan = await portal.DraftAsync(projects, tranche);
        var (hand, version) = (await portal.HandAsync(), await portal.VersionAsync(plan));
        await portal.DoAsync((PlanSubmissionService s) => s.SubmitAsync(hand, plan, version, default));
        return plan;
    }

    public static async Task<int> AppraisedAsync(this PortalFactory portal, int projects = 2, int tranche = 1)
    {
        var plan = await portal.SubmittedAsync(projects, tranche);
        var (hand, version) = (await portal.HandAsync(), await portal.VersionAsync(plan));
        await portal.DoAsync((PlanAppraisalService s) => s.FinishAsync(hand, plan, new AppraisalRequest { Version = version, PassRest = true }, default));
        return plan;
    }

    public static async Task AllotAsync(this PortalFactory portal, string amount = "8.000.000.000")
    {
        var hand = await portal.HandAsync();
        int committee;
        await using (var db = portal.Db()) committee = db.Organisations.Where(o => o.Code == "UBND").Select(o => o.Id).Single();
        await portal.DoAsync((AllotmentService s) => s.RecordAsync(
            hand,
            new AllotmentRequest
            {
                Year = 2024, Source = FundingSource.Local, Number = "01/QĐ-UBND", IssuedOn = "02/01/2024", Amount = amount, IssuingBodyId = committee,
                Signatory = "Lê Văn Nghĩa", SignatoryTitle = "Phó Chủ tịch",
            },
            default));
    }

    public static Task<int> VersionAsync(this PortalFactory portal, int plan)
    {
        using var db = portal.Db();
        return Task.FromResult(db.Plans.Where(p => p.Id == plan).Select(p => p.Version).Single());
    }

    public static int FirstProject(this PortalFactory portal, int plan)
    {
        using var db = portal.Db();
        return db.Projects.Where(p => p.PlanId == plan).OrderBy(p => p.Id).Select(p => p.Id).First();
    }

    public static PlanStatus StatusOf(this PortalFactory portal, int plan)
    {
        using var db = portal.Db();
        return db.Plans.Where(p => p.Id == plan).Select(p => p.Status).Single();
    }
}
