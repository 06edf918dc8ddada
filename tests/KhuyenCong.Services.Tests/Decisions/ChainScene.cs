using KhuyenCong.Data;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Territory;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Tests.Decisions;

/// <summary>
/// A plan of three decisions: 38 of 05/02 approves A 150, B 100, C 80; 50 of 01/07 raises A to 200, stops B at 40 and adds
/// D with 60; 60, of the same day but later in the register, replaces A's beneficiary and carries 50 of C into 2025.
/// </summary>
internal sealed class ChainScene : IAsyncDisposable
{
    private static readonly DateTime At = new(2024, 7, 1, 2, 0, 0, DateTimeKind.Utc);

    private ChainScene(TestPortal portal) => Portal = portal;

    public TestPortal Portal { get; }

    public Actor Reader { get; private set; } = null!;

    public int PlanId { get; private set; }

    public int Approval { get; private set; }

    public int First { get; private set; }

    public int Second { get; private set; }

    public static async Task<ChainScene> OpenAsync()
    {
        var scene = new ChainScene(await TestPortal.StartAsync());
        scene.Reader = await scene.Portal.PersonAsync("Nguyễn Minh Tâm", Role.Leader);
        var a = await SomeProject.Supported(150).Named("A").InCategory("ND3").InAsync(scene.Portal);
        var b = await SomeProject.Supported(100).Named("B").InCategory("ND6").InAsync(scene.Portal);
        var c = await SomeProject.Supported(80).Named("C").InCategory("ND3").InAsync(scene.Portal);
        await using var db = scene.Portal.Db();
        var approval = await db.Decisions.Include(d => d.Plan).SingleAsync();
        (scene.PlanId, scene.Approval) = (approval.PlanId!.Value, approval.Id);

        var first = Decide(approval, DecisionKind.Adjust, "50/QĐ-SCT");
        db.Decisions.Add(first);
        await ChangeAsync(db, a, first, t => t.ShiftSupport(Vnd.Million(50)));
        await ChangeAsync(db, b, first, t => t.Stop(Vnd.Million(40)));
        var stops = new Adjustment { PlanId = scene.PlanId, Ordinal = 1, Reason = "Cơ sở xin dừng", CreatedById = approval.RecordedById };
        stops.Lines.Add(new AdjustmentLine { Ordinal = 1, Kind = AdjustmentKind.StopProject, ProjectId = b, Reason = "Cơ sở xin dừng" });
        stops.Move(AdjustmentAction.Submit, scene.Reader, At);
        stops.Approve(first, scene.Reader, At);
        db.Adjustments.Add(stops);
        AddProject(db, await db.Projects.Include(p => p.Group).SingleAsync(p => p.Id == a), first);
        await db.SaveAsync(scene.Reader, null, default);

        var second = Decide(approval, DecisionKind.Adjust, "60/QĐ-SCT");
        db.Decisions.Add(second);
        await ChangeAsync(db, a, second, t => t.BeneficiaryText = "HTX Ea Tu");
        await ChangeAsync(db, c, second, t => t.CarryOver(Vnd.Million(30)));
        await db.SaveAsync(scene.Reader, null, default);
        (scene.First, scene.Second) = (first.Id, second.Id);
        return scene;
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private static Decision Decide(Decision approval, DecisionKind kind, string number) => new()
    {
        Kind = kind, PlanId = approval.PlanId, Number = number, Year = 2024, IssuedOn = new(2024, 7, 1), EffectiveFrom = new(2024, 7, 1),
        RecordedAt = At, RecordedById = approval.RecordedById, IssuingBodyId = approval.IssuingBodyId, Signatory = "Nguyễn Văn A", SignatoryTitle = "Giám đốc",
        Effect = Vnd.Million(50),
    };

    private static async Task ChangeAsync(AppDbContext db, int project, Decision decision, Action<ProjectTerms> change)
    {
        var last = await db.ProjectTerms.Include(t => t.Funding).Include(t => t.Areas).Where(t => t.ProjectId == project).OrderBy(t => t.Id).LastAsync();
        var terms = last.Copy();
        change(terms);
        terms.Decide(decision);
        db.ProjectTerms.Add(terms);
    }

    private static void AddProject(AppDbContext db, Project beside, Decision decision)
    {
        var terms = new ProjectTerms
        {
            Name = "D", BeneficiaryText = "Cơ sở Y Thu", ImplementingUnit = "Trung tâm Khuyến công", AreaScope = AreaScope.WholeProvince,
            StartMonth = new(2024, 7, 1), EndMonth = new(2024, 12, 1), Counterpart = Vnd.Million(20),
        };
        terms.SetFunding(FundingSource.Local, 2024, Vnd.Million(60));
        terms.Decide(decision);
        var added = new Project { Code = "KC-2024-D1-99", PlanId = beside.PlanId, Group = beside.Group, Ordinal = 99 };
        added.Terms.Add(terms);
        db.Projects.Add(added);
    }
}
