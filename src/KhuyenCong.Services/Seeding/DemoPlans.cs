using KhuyenCong.Domain.Decisions;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Services.Seeding;

/// <summary>
/// The plans of the demo. Quyết định 38/QĐ-SCT, its 24 đề án and its 5,089 tỷ đồng are public; its date is not, so it is
/// left empty and the effective day is an illustrative one.
/// </summary>
internal static class DemoPlans
{
    public static readonly DateOnly FirstTrancheEffective = new(2024, 2, 26);

    private const string Division = "chuyenvien@demo.sct.vn";
    private const string Appraiser = "chuyenvien2@demo.sct.vn";
    private const string Leader = "lanhdao@demo.sct.vn";
    private const string Accountant = "ketoan@demo.sct.vn";

    public static async Task AllotAsync(DemoStage stage, CancellationToken stop)
    {
        stage.On(new DateOnly(2024, 1, 10));
        var accountant = await stage.ActorAsync(Accountant);
        var committee = await stage.LookAsync(db => db.Organisations.Where(o => o.Code == "UBND").Select(o => o.Id).SingleAsync(stop));
        await stage.DoAsync((AllotmentService allotments) => allotments.RecordAsync(
            accountant,
            new AllotmentRequest
            {
                Year = 2024, Source = FundingSource.Local, Number = "01/QĐ-MH", IssuedOn = "08/01/2024", Amount = "8.000.000.000",
                IssuingBodyId = committee, Signatory = "Nguyễn Văn Minh (minh họa)", SignatoryTitle = "Phó Chủ tịch", Capacity = SigningCapacity.ForHead,
                Note = "Dữ liệu minh họa: dự toán khuyến công địa phương giao đầu năm",
            },
            stop));
    }

    public static async Task<int> ApproveFirstTrancheAsync(DemoStage stage, CancellationToken stop)
    {
        stage.On(new DateOnly(2024, 2, 15));
        var planId = await ImportAsync(stage, "phu-luc-dot-1-2024.xlsx", Tranche.Numbered(1), stop);
        await SubmitAsync(stage, planId, stop);

        stage.On(new DateOnly(2024, 2, 21));
        await AppraiseAsync(stage, planId, stop);

        stage.On(FirstTrancheEffective);
        var leader = await stage.ActorAsync(Leader);
        var version = await VersionAsync(stage, planId);
        var sha256 = await stage.LookAsync(db => db.Submissions.Where(s => s.PlanId == planId).OrderByDescending(s => s.Round).Select(s => s.Sha256).FirstAsync(stop));
        var body = await stage.LookAsync(db => db.Organisations.Where(o => o.Code == "SCT").Select(o => o.Id).SingleAsync(stop));
        using var pdf = await CopyAsync(stage, "signed-decision-sample.pdf", stop);
        await stage.DoAsync((PlanApprovalService approval) => approval.ApproveAsync(
            leader, planId,
            new ApprovalRequest
            {
                Version = version, Sha256 = sha256, Number = "38/QĐ-SCT", EffectiveFrom = "26/02/2024", IssuingBodyId = body,
                Signatory = "Nguyễn Minh Tâm (minh họa)", SignatoryTitle = "Phó Giám đốc", Capacity = SigningCapacity.ForHead,
                StatedTotal = "5.089.000.000", StatedBasis = StatedBasis.Total, StatedCount = 24,
                File = new FileUpload("quyet-dinh-38-minh-hoa.pdf", pdf.Length, pdf),
            },
            stop));
        return planId;
    }

    public static async Task DraftSecondTrancheAsync(DemoStage stage, CancellationToken stop)
    {
        stage.On(new DateOnly(2024, 7, 4));
        await ImportAsync(stage, "phu-luc-dot-2-2024.xlsx", Tranche.Numbered(2), stop);
    }

    public static async Task SubmitSupplementAsync(DemoStage stage, CancellationToken stop)
    {
        stage.On(new DateOnly(2024, 7, 9));
        var planId = await ImportAsync(stage, "phu-luc-bo-sung-2024.xlsx", Tranche.Supplement(), stop);
        stage.On(new DateOnly(2024, 7, 10));
        await SubmitAsync(stage, planId, stop);
    }

    private static async Task<int> ImportAsync(DemoStage stage, string fileName, Tranche tranche, CancellationToken stop)
    {
        var division = await stage.ActorAsync(Division);
        using var file = await CopyAsync(stage, fileName, stop);
        var upload = await stage.DoAsync((AnnexImportService import) => import.UploadAsync(division, new FileUpload(fileName, file.Length, file), stop));
        var plan = new NewPlanRequest { Year = 2024, Tranche = tranche.Code, Source = FundingSource.Local };
        var accepted = await stage.DoAsync((AnnexImportService import) => import.AcceptAsync(
            division, upload.Value, new AnnexAcceptance { Plan = plan }, illustrative: true, stop));
        return accepted.Value.PlanId;
    }

    private static async Task SubmitAsync(DemoStage stage, int planId, CancellationToken stop)
    {
        var division = await stage.ActorAsync(Division);
        var version = await VersionAsync(stage, planId);
        await stage.DoAsync((PlanSubmissionService submission) => submission.SubmitAsync(division, planId, version, stop));
    }

    private static async Task AppraiseAsync(DemoStage stage, int planId, CancellationToken stop)
    {
        var appraiser = await stage.ActorAsync(Appraiser);
        var version = await VersionAsync(stage, planId);
        var projects = await stage.LookAsync(db => db.Projects.Where(p => p.PlanId == planId).Select(p => p.Id).ToListAsync(stop));
        var opinions = projects.ConvertAll(id => new OpinionRequest { ProjectId = id, Verdict = AppraisalVerdict.Passed });
        await stage.DoAsync((PlanAppraisalService appraisal) => appraisal.FinishAsync(
            appraiser, planId, new AppraisalRequest { Version = version, Opinions = opinions }, stop));
    }

    private static Task<int> VersionAsync(DemoStage stage, int planId) =>
        stage.LookAsync(db => db.Plans.Where(p => p.Id == planId).Select(p => p.Version).SingleAsync());

    private static async Task<MemoryStream> CopyAsync(DemoStage stage, string fileName, CancellationToken stop)
    {
        var copy = new MemoryStream();
        await using var file = stage.OpenFile(fileName);
        await file.CopyToAsync(copy, stop);
        copy.Position = 0;
        return copy;
    }
}
