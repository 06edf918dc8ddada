using System.Globalization;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.TestSupport.Scenes;
using KhuyenCong.Web.Tests.Plans;

namespace KhuyenCong.Web.Tests.Decisions;

/// <summary>A plan approved by 38/QĐ-SCT of 05/02/2024 and adjusted by 50/QĐ-SCT of 01/07/2024, written straight into the database.</summary>
internal sealed record DecisionOffice(int PlanId, int Approval, int Adjustment, int ProjectId)
{
    /// <summary>Every project has 10 triệu of support; the adjustment raises each to 12,5.</summary>
    public static async Task<DecisionOffice> OpenAsync(PortalFactory portal, int projects = 2)
    {
        var (clerk, _) = await portal.AccountAsync(Role.Division);
        var scene = await BudgetScene.OpenAsync(portal.Db, portal.Clock.GetUtcNow().UtcDateTime, new Actor(clerk, "Trần Thị Bình", RolePermissions.Of(Role.Division)));
        var plan = scene.Plan(2024, Tranche.Numbered(1), new(2024, 2, 5), "38/QĐ-SCT");
        var adjustment = plan.Adjustment("50/QĐ-SCT", new(2024, 7, 1));
        List<SceneProject> made =
        [
            .. Enumerable.Range(1, projects).Select(i => plan.Project(i % 3 == 0 ? "ND6" : "ND3").InWholeProvince()
                .Named(string.Create(CultureInfo.InvariantCulture, $"Hỗ trợ ứng dụng máy móc tiên tiến số {i}"))
                .Costing(local: 10_000_000, counterpart: 5_000_000).AdjustedBy(adjustment, local: 12_500_000, counterpart: 5_000_000)),
        ];
        scene.Allotted(2024, FundingSource.Local, Vnd.Million(8000), new(2024, 1, 2));
        await scene.SaveAsync();
        await using var db = portal.Db();
        var decisions = db.Decisions.OrderBy(d => d.EffectiveFrom).Select(d => d.Id).ToList();
        return new DecisionOffice(plan.Id, decisions[0], decisions[1], made[0].Id);
    }

    /// <summary>A decision of 2023 with one project, tied to the frozen content it approves.</summary>
    /// <returns>Its id and the SHA-256 of the content.</returns>
    public static async Task<(int Decision, string Sha256)> FrozenAsync(PortalFactory portal)
    {
        var by = await portal.HandAsync();
        await using var db = portal.Db();
        var plan = new Plan { Year = 2023, Tranche = Tranche.Numbered(1), Source = FundingSource.Local, Title = "Kế hoạch đợt I năm 2023", CreatedById = by.UserId!.Value };
        db.Plans.Add(plan);
        await db.SaveAsync(by, null, default);
        var decision = new Decision
        {
            Kind = DecisionKind.Approve, PlanId = plan.Id, Number = "012/QĐ-SCT", Year = 2023, IssuedOn = new(2023, 3, 1), EffectiveFrom = new(2023, 3, 1),
            RecordedAt = DateTime.UnixEpoch, RecordedById = by.UserId.Value, IssuingBodyId = 1, Signatory = "Nguyễn Minh Tâm", SignatoryTitle = "Giám đốc",
            Submission = new Submission
            {
                Subject = ApprovalSubject.Plan, SubjectId = plan.Id, PlanId = plan.Id, Round = 1, Canonical = "{}", Sha256 = new string('a', 64),
                SubmittedById = by.UserId.Value, SubmittedByName = by.Name, SubmittedAt = DateTime.UnixEpoch,
            },
        };
        var terms = new ProjectTerms { Name = "Mô hình sấy", BeneficiaryText = "Cơ sở Lan Anh", ImplementingUnit = "Trung tâm" };
        terms.SetFunding(FundingSource.Local, 2023, new Vnd(356_300_000));
        terms.Decide(decision);
        var category = db.Categories.First().Id;
        var project = new Project { Code = "KC-2023-01", Plan = plan, Group = new PlanGroup { Ordinal = 1, Title = "Mô hình trình diễn", CategoryId = category }, Ordinal = 1 };
        plan.Groups.Add(project.Group);
        project.Terms.Add(terms);
        db.Projects.Add(project);
        await db.SaveAsync(by, null, default);
        return (decision.Id, new string('a', 64));
    }
}
