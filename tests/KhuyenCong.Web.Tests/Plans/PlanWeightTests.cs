using System.Globalization;
using System.IO.Compression;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.Plans;

public sealed class PlanWeightTests
{
    private const int MostCommands = 12;
    private const int MostCompressed = 60 * 1024;

    [Theory]
    [InlineData(PlanStatus.Draft, "/ke-hoach", Role.Division)]
    [InlineData(PlanStatus.Draft, "/ke-hoach/1", Role.Division)]
    [InlineData(PlanStatus.Draft, "/ke-hoach/1/de-an/them", Role.Division)]
    [InlineData(PlanStatus.Draft, "/ke-hoach/1/de-an/1/sua", Role.Division)]
    [InlineData(PlanStatus.Submitted, "/ke-hoach/1/tham-dinh", Role.Division)]
    [InlineData(PlanStatus.Appraised, "/ke-hoach/1", Role.Leader)]
    [InlineData(PlanStatus.Appraised, "/ke-hoach/1/phe-duyet", Role.Leader)]
    [InlineData(PlanStatus.Appraised, "/ke-hoach/1/tra-lai", Role.Leader)]
    [InlineData(PlanStatus.Appraised, "/quyet-dinh", Role.Leader)]
    [InlineData(PlanStatus.Appraised, "/du-toan", Role.Accountant)]
    [InlineData(PlanStatus.Appraised, "/du-toan?ngay=2024-01-31", Role.Accountant)]
    [InlineData(PlanStatus.Appraised, "/ke-hoach?ngay=2024-01-31", Role.Manager)]
    public async Task A_page_over_300_projects_takes_few_commands_and_few_bytes(PlanStatus status, string path, Role role)
    {
        using var portal = await PortalFactory.StartAsync();
        await portal.AllotAsync();
        var plan = await portal.DraftAsync(1);
        await FillAsync(portal, plan, 299);
        await MoveAsync(portal, plan, status);
        var browser = await portal.SignInAsync(role);
        await browser.OpenAsync(path);

        using var sql = new SqlCount(portal.ConnectionString);
        using var answer = await browser.GetAsync(path);
        var html = await answer.Content.ReadAsByteArrayAsync();
        Assert.InRange(sql.Commands, 1, MostCommands);
        Assert.InRange(Compressed(html), 1, MostCompressed);
    }

    private static async Task FillAsync(PortalFactory portal, int planId, int count)
    {
        await using var db = portal.Db();
        var plan = await db.Plans.Include(p => p.Groups).SingleAsync(p => p.Id == planId);
        for (var i = 2; i < count + 2; i++)
        {
            var terms = new ProjectTerms
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"Hỗ trợ ứng dụng máy móc tiên tiến trong chế biến nông sản số {i}"), BeneficiaryText = "Cơ sở " + i,
                ImplementingUnit = "Trung tâm Khuyến công", AreaScope = AreaScope.WholeProvince, StartMonth = new(2024, 3, 1), EndMonth = new(2024, 11, 1),
            };
            terms.SetFunding(FundingSource.Local, 2024, new Vnd(1_000_000 + i));
            var project = new Project { Code = string.Create(CultureInfo.InvariantCulture, $"KC-2024-D1-{i:00}"), PlanId = planId, Ordinal = i };
            project.Terms.Add(terms);
            plan.Groups.First().Projects.Add(project);
        }

        await db.SaveAsync(Actor.System("Kiểm thử"), null, default);
    }

    private static async Task MoveAsync(PortalFactory portal, int planId, PlanStatus status)
    {
        var hand = await portal.HandAsync();
        await using var db = portal.Db();
        var plan = await db.Plans.SingleAsync(p => p.Id == planId);
        if (status != PlanStatus.Draft) plan.Move(PlanAction.Submit, hand, DateTime.UnixEpoch);
        if (status == PlanStatus.Appraised)
        {
            foreach (var id in await db.Projects.Select(p => p.Id).ToListAsync())
            {
                db.Opinions.Add(new AppraisalOpinion
                {
                    ProjectId = id, Round = 1, Verdict = AppraisalVerdict.Passed, ById = hand.UserId!.Value, ByName = hand.Name, At = DateTime.UnixEpoch,
                });
            }

            plan.Move(PlanAction.Appraise, hand, DateTime.UnixEpoch);
        }

        await db.SaveAsync(hand, null, default);
    }

    internal static int Compressed(byte[] html)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(html);
        return (int)packed.Length;
    }
}
