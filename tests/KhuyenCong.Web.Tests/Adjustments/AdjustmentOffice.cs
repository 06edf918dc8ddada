using System.Globalization;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Web.Tests.Decisions;
using KhuyenCong.Web.Tests.Plans;

namespace KhuyenCong.Web.Tests.Adjustments;

/// <summary>An approved plan and the pages on which it is adjusted.</summary>
internal sealed record AdjustmentOffice(PortalFactory Portal, DecisionOffice Decided, IReadOnlyList<int> Projects)
{
    public int Plan => Decided.PlanId;

    public static async Task<AdjustmentOffice> OpenAsync(PortalFactory portal, int projects = 3)
    {
        var decided = await DecisionOffice.OpenAsync(portal, projects);
        await using var db = portal.Db();
        return new AdjustmentOffice(portal, decided, [.. db.Projects.Where(p => p.PlanId == decided.PlanId).OrderBy(p => p.Id).Select(p => p.Id)]);
    }

    /// <summary>A draft made by somebody else, which raises the first projects to 20 triệu.</summary>
    public async Task<int> DraftAsync(int lines = 1, Actor? by = null, AdjustmentKind kind = AdjustmentKind.RaiseSupport)
    {
        var hand = by ?? await Portal.HandAsync();
        var made = await Portal.DoAsync((AdjustmentDraftService s) => s.StartAsync(hand, Plan, new AdjustmentRequest { Reason = "Điều chỉnh giữa năm" }, default));
        for (var i = 0; i < lines; i++)
        {
            var line = new AdjustmentLineRequest
            {
                Version = Version(made.Value), Kind = kind, ProjectId = Projects[i], Support = kind == AdjustmentKind.RaiseSupport ? "20.000.000" : null,
                EndMonth = kind == AdjustmentKind.MoveToNextYear ? "03/2025" : null, Objectives = kind == AdjustmentKind.ChangeContent ? "Sấy 200 kg mỗi mẻ\nGiảm 10 % điện" : null,
                Reason = "Giá máy tăng",
            };
            await Portal.DoAsync((AdjustmentDraftService s) => s.AddLineAsync(hand, made.Value, line, default));
        }

        return made.Value;
    }

    public async Task<int> SubmittedAsync(int lines = 1, AdjustmentKind kind = AdjustmentKind.RaiseSupport)
    {
        var hand = await Portal.HandAsync();
        var id = await DraftAsync(lines, hand, kind);
        await Portal.DoAsync((AdjustmentSubmissionService s) => s.SubmitAsync(hand, id, Version(id), default));
        return id;
    }

    public async Task<int> EndorsedAsync(int lines = 1, AdjustmentKind kind = AdjustmentKind.RaiseSupport)
    {
        var id = await SubmittedAsync(lines, kind);
        var head = await Portal.HandAsync();
        var submission = Submission(id);
        await Portal.DoAsync((SubmissionService s) => s.EndorseAsync(head, submission.Id, submission.Sha256, "Nhất trí", default));
        return id;
    }

    /// <summary>Another decision raises the first project meanwhile, or does something else to it.</summary>
    /// <returns>Its adjustment.</returns>
    public async Task<int> OvertakeAsync(AdjustmentKind kind = AdjustmentKind.RaiseSupport)
    {
        var (other, leader) = (await EndorsedAsync(1, kind), await Portal.HandAsync());
        var request = new Services.Plans.ApprovalRequest
        {
            Version = Version(other), Sha256 = Submission(other).Sha256, Number = "77/QĐ-SCT", IssuedOn = "01/11/2024", IssuingBodyId = Body, Signatory = "Nguyễn Minh Tâm", SignatoryTitle = "Giám đốc",
            File = new Services.Documents.FileUpload("qd.pdf", 9, new MemoryStream("%PDF-1.7 "u8.ToArray())),
        };
        await Portal.DoAsync((AdjustmentApprovalService s) => s.ApproveAsync(leader, other, request, default));
        return other;
    }

    public int Body
    {
        get
        {
            using var db = Portal.Db();
            return db.Decisions.Where(d => d.PlanId == Plan).Select(d => d.IssuingBodyId).First();
        }
    }

    public int Version(int id)
    {
        using var db = Portal.Db();
        return db.Adjustments.Where(a => a.Id == id).Select(a => a.Version).Single();
    }

    public AdjustmentStatus Status(int id)
    {
        using var db = Portal.Db();
        return db.Adjustments.Where(a => a.Id == id).Select(a => a.Status).Single();
    }

    public Submission Submission(int id)
    {
        using var db = Portal.Db();
        return db.Submissions.Where(s => s.Subject == ApprovalSubject.Adjustment && s.SubjectId == id).OrderByDescending(s => s.Round).First();
    }

    /// <summary>The fields of a decision as a form sends them.</summary>
    public (string Name, string? Value)[] Decision(string number) =>
    [
        ("Input.Number", number), ("Input.IssuedOn", "10/11/2024"), ("Input.IssuingBodyId", Body.ToString(CultureInfo.InvariantCulture)), ("Input.Signatory", "Nguyễn Minh Tâm"),
        ("Input.SignatoryTitle", "Giám đốc"), ("Input.Capacity", "Own"),
    ];
}
