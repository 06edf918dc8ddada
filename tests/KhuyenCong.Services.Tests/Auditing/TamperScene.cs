using KhuyenCong.Data;
using KhuyenCong.Data.Auditing;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Documents;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Tests.Auditing;

/// <summary>
/// A plan of three projects with all that somebody might want to falsify: a submission with its signatures, decisions, terms,
/// funding, an allotment with two papers, contracts, and a ledger with every kind of entry. Every counter agrees.
/// </summary>
internal static class TamperScene
{
    private static readonly DateTime At = new(2024, 2, 5, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2024, 2, 5);

    public static async Task WriteAsync(TestPortal portal)
    {
        var clerk = await portal.PersonAsync("Trần Thị Bình", Enum.GetValues<Role>());
        var leader = await portal.PersonAsync("Lê Văn Hùng", Role.Leader);
        var accountant = await portal.PersonAsync("Vũ Thị Kim", Role.Accountant);
        await using var db = portal.Db();
        var plan = await PlanAsync(db, clerk);
        var paper = await PaperAsync(portal, clerk);
        var submission = Submitted(plan, clerk, leader);
        db.Submissions.Add(submission);
        await db.SaveAsync(clerk, null, CancellationToken.None);

        var decision = new Decision
        {
            Kind = DecisionKind.Approve, PlanId = plan.Id, Number = "38/QĐ-SCT", Year = 2024, IssuedOn = Day, EffectiveFrom = Day, RecordedAt = At,
            RecordedById = leader.UserId!.Value, IssuingBodyId = await db.Organisations.Select(o => o.Id).FirstAsync(), Signatory = "Lê Văn Hùng",
            SignatoryTitle = "Giám đốc", Effect = Vnd.Million(450), ComputedTotal = Vnd.Million(450), ComputedCount = 3, Document = paper, SubmissionId = submission.Id,
        };
        var allotment = new Allotment { Year = 2024, Source = FundingSource.Local };
        allotment.Add(new AllotmentPaper { Number = "01/QĐ-UBND", IssuedOn = Day, Amount = Vnd.Million(600), RecordedById = accountant.UserId!.Value, RecordedAt = At });
        allotment.Add(new AllotmentPaper { Number = "02/QĐ-UBND", IssuedOn = Day, Amount = Vnd.Million(-50), RecordedById = accountant.UserId!.Value, RecordedAt = At });
        db.Allotments.Add(allotment);
        foreach (var ordinal in Enumerable.Range(1, 3)) db.Projects.Add(Project(plan, ordinal, decision, allotment, leader));
        await db.SaveAsync(leader, null, CancellationToken.None);
        foreach (var project in await db.Projects.ToListAsync()) await SpendAsync(db, project, clerk, accountant);
    }

    private static async Task<Plan> PlanAsync(AppDbContext db, Actor clerk)
    {
        var plan = new Plan { Year = 2024, Tranche = Tranche.Numbered(1), Source = FundingSource.Local, Title = "Kế hoạch đợt I năm 2024", CreatedById = clerk.UserId!.Value };
        plan.Groups.Add(new PlanGroup { Ordinal = 1, Title = "Máy móc", CategoryId = await db.Categories.Select(c => c.Id).FirstAsync() });
        plan.Move(PlanAction.Submit, clerk, At);
        plan.Move(PlanAction.Appraise, clerk, At);
        plan.Move(PlanAction.Approve, clerk, At);
        db.Plans.Add(plan);
        await db.SaveAsync(clerk, null, CancellationToken.None);
        return plan;
    }

    private static async Task<Document> PaperAsync(TestPortal portal, Actor clerk)
    {
        using var content = new MemoryStream("%PDF-1.4 quyết định"u8.ToArray());
        var (intake, upload) = (new DocumentIntake(new FileStore(portal.StorageRoot), new NoScanner(), portal.Clock), new FileUpload("qd-38.pdf", content.Length, content));
        await intake.WhyNotPdfAsync(upload, CancellationToken.None);
        return await intake.KeepAsync(upload, clerk, CancellationToken.None);
    }

    private static Submission Submitted(Plan plan, Actor clerk, Actor leader)
    {
        const string Canonical = """{"plan":"đợt I năm 2024","total":450000000}""";
        var hash = AuditSeal.HashOf(Canonical);
        var submission = new Submission
        {
            Subject = ApprovalSubject.Plan, SubjectId = plan.Id, PlanId = plan.Id, Round = 1, Canonical = Canonical, Sha256 = hash,
            SubmittedById = clerk.UserId!.Value, SubmittedByName = clerk.Name, SubmittedAt = At,
        };
        foreach (var step in Enumerable.Range(1, 2))
        {
            submission.Steps.Add(new SubmissionStep { Ordinal = step, Position = step == 1 ? "Trưởng phòng" : "Giám đốc", Permission = Permissions.PlansApprove, IsDecision = step == 2 });
            submission.Signatures.Add(new ApprovalSignature { StepOrdinal = step, ById = leader.UserId!.Value, ByName = leader.Name, Capacity = "Giám đốc", Sha256 = hash, At = At });
        }

        return submission;
    }

    private static Project Project(Plan plan, int ordinal, Decision decision, Allotment allotment, Actor leader)
    {
        var project = new Project { Code = $"KC-2024-D1-0{ordinal}", Plan = plan, Group = plan.Groups.Single(), Ordinal = ordinal };
        var terms = new ProjectTerms
        {
            Name = $"Hỗ trợ máy móc {ordinal}", BeneficiaryText = "Cơ sở Lan Anh", ImplementingUnit = "Trung tâm Khuyến công", StartMonth = new(2024, 3, 1), EndMonth = new(2024, 12, 1),
            Counterpart = Vnd.Million(50),
        };
        terms.SetFunding(FundingSource.Local, 2024, Vnd.Million(150));
        terms.Decide(decision);
        project.Terms.Add(terms);
        project.Approve(Vnd.Million(150), FundingSource.Local, leader, At);
        allotment.Allocate(Vnd.Million(150));
        return project;
    }

    private static async Task SpendAsync(AppDbContext db, Project project, Actor clerk, Actor accountant)
    {
        project.Sign(
            new Contract { Number = "01/HĐ", SignedOn = Day, Value = Vnd.Million(120), Beneficiary = new Beneficiary { Name = "Cơ sở Lan Anh" }, RecordedById = clerk.UserId!.Value, RecordedAt = At },
            clerk, At);
        project.Start(clerk, At);
        await db.SaveAsync(clerk, null, CancellationToken.None);
        await PostAsync(MoneyEntryKind.Advance, 60);
        var payment = await PostAsync(MoneyEntryKind.Payment, 20);
        await PostAsync(MoneyEntryKind.Recovery, 10);
        await PostAsync(MoneyEntryKind.Clearing, 30);
        await PostAsync(MoneyEntryKind.Reversal, 20, payment);
        Propose(MoneyEntryKind.Payment, 5, null);
        Propose(MoneyEntryKind.Recovery, 3, null);
        Propose(MoneyEntryKind.Clearing, 2, null);
        await db.SaveAsync(clerk, null, CancellationToken.None);

        async Task<MoneyEntry> PostAsync(MoneyEntryKind kind, long million, MoneyEntry? undone = null)
        {
            var entry = Propose(kind, million, undone);
            await db.SaveAsync(clerk, null, CancellationToken.None);
            project.Settle(entry, posted: true, accountant, At);
            db.MoneyVerdicts.Add(new MoneyVerdict { EntryId = entry.Id, Posted = true, ById = accountant.UserId!.Value, ByName = accountant.Name, At = At });
            await db.SaveAsync(accountant, null, CancellationToken.None);
            return entry;
        }

        MoneyEntry Propose(MoneyEntryKind kind, long million, MoneyEntry? undone)
        {
            var entry = new MoneyEntry
            {
                ProjectId = project.Id, Kind = kind, Amount = Vnd.Million(million), Date = Day, Voucher = Guid.NewGuid().ToString("N")[..8], ProposedById = clerk.UserId!.Value,
                ProposedByName = clerk.Name, ProposedAt = At, FormKey = Guid.NewGuid(), ReversesId = undone?.Id, ReversedKind = undone?.Kind,
            };
            project.Propose(entry);
            return entry;
        }
    }
}
