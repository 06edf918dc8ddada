using System.Text;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Approvals;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Adjustments;

public sealed class AdjustmentDraftServiceTests
{
    [Fact]
    public async Task A_line_is_changed_in_place_from_the_form_that_it_fills()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"), AdjustmentDesk.Add());
        var lines = await LinesAsync(desk, id);
        var added = (await FormAsync(desk, id, lines[1])).Line!;
        Assert.Equal(
            ("Máy tách vỏ mắc ca", "80.000.000", "20.000.000", "07/2024", "Huyện Krông Năng", 3), (added.Name, added.Support, added.Counterpart, added.StartMonth, added.Area, added.CategoryId));

        Expect.Done(await ChangeAsync(desk, id, lines[0], (await FormAsync(desk, id, lines[0])).Line! with { Support = "160.000.000", Reason = "Giá tăng hai lần" }));
        Expect.Done(await ChangeAsync(desk, id, lines[1], (await FormAsync(desk, id, lines[1])).Line! with { Area = "Huyện Cư M'gar; Huyện Ea Kar", Beneficiary = "HTX Ea Kar" }));

        var page = await desk.PageAsync(id);
        Assert.Equal([Vnd.Million(160), Vnd.Million(80)], page.Changes.Select(c => c.After));
        Assert.Equal("Giá tăng hai lần", page.Changes[0].Lines[0].Reason);
        Assert.Equal(2, await desk.Plans.LookAsync(db => db.AdjustmentLines.Where(l => l.Id == lines[1]).SelectMany(l => l.Areas).CountAsync()));
        Assert.Equal(lines, await LinesAsync(desk, id));
    }

    [Theory]
    [InlineData("11/2024")]
    [InlineData("01/2026")]
    public async Task What_moves_into_the_next_year_ends_there_in_the_draft_as_in_the_submission(string end)
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync();
        AdjustmentLineRequest carry = new() { Kind = AdjustmentKind.MoveToNextYear, ProjectId = desk.First, EndMonth = end, Reason = "Máy về muộn" };
        var refused = await desk.AddAsync(id, carry);
        Expect.InvalidIn(refused, "EndMonth");
        Assert.Contains($"{end} không thuộc năm 2025", refused.Errors[0].Message, StringComparison.Ordinal);
        Expect.Done(await desk.AddAsync(id, carry with { EndMonth = "03/2025" }));

        // What an older draft still says is refused when it is submitted.
        await using (var db = desk.Plans.Portal.Db())
        {
            var line = await db.AdjustmentLines.SingleAsync(l => l.AdjustmentId == id);
            line.EndMonth = Services.Vi.ViShape.Month(end);
            await db.SaveAsync(desk.Plans.Clerk, null, default);
        }

        Assert.Equal(2025, Expect.RefusedOnlyBy<AdjustmentRefusals.EndsOutsideNextYear>(await desk.SubmitAsync(id)).NextYear);
    }

    [Fact]
    public async Task Places_and_months_are_shown_as_people_read_them()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync(
            new AdjustmentLineRequest { Kind = AdjustmentKind.ChangePlace, ProjectId = desk.First, Area = "Huyện Cư M'gar; Huyện Ea Kar", Reason = "Dời xưởng" },
            new AdjustmentLineRequest { Kind = AdjustmentKind.ChangeDates, ProjectId = desk.First, EndMonth = "10/2024", Reason = "Giao máy muộn" },
            new AdjustmentLineRequest { Kind = AdjustmentKind.ChangePlace, ProjectId = desk.Second, Area = "Toàn tỉnh", Reason = "Mở rộng" });
        var page = await desk.PageAsync(id);
        var (first, second) = (page.Changes.Single(c => c.ProjectId == desk.First).Fields, page.Changes.Single(c => c.ProjectId == desk.Second).Fields);
        Assert.Equal("Huyện Cư M'gar; Huyện Ea Kar", Single(first, "Địa bàn").Current);
        Assert.Equal("10/2024", Single(first, "Tháng kết thúc").Current);
        Assert.Equal("Toàn tỉnh", Single(second, "Địa bàn").Current);
        Assert.DoesNotContain(first.Concat(second), f => f.Yours.Contains('@', StringComparison.Ordinal) || f.Yours.StartsWith("01/", StringComparison.Ordinal));

        static StaleRow Single(IEnumerable<StaleRow> rows, string field) => rows.Single(r => r.Label.EndsWith(field, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_is_changed_by_the_division_in_a_draft_only_as_it_was_shown()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        var other = await desk.DraftAsync(AdjustmentDesk.Raise(desk.Second, "150.000.000"));
        var line = (await LinesAsync(desk, id))[0];
        var form = (await FormAsync(desk, id, line)).Line!;

        Assert.Equal(Outcome.Forbidden, (await ChangeAsync(desk, id, line, form, desk.Plans.Leader)).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((AdjustmentFormService s) => s.OfLineAsync(desk.Plans.Leader, id, line, default))).Outcome);
        Assert.Equal(Outcome.NotFound, (await desk.DoAsync((AdjustmentFormService s) => s.OfLineAsync(desk.Plans.Clerk, other, line, default))).Outcome);
        Assert.Equal(Outcome.NotFound, (await ChangeAsync(desk, other, line, form with { Version = await desk.VersionAsync(other) })).Outcome);
        Assert.Equal(Outcome.NotFound, (await ChangeAsync(desk, id, line, form with { Kind = AdjustmentKind.LowerSupport })).Outcome);
        Assert.Equal(Outcome.NotFound, (await ChangeAsync(desk, id, line, form with { ProjectId = desk.Second })).Outcome);
        Expect.InvalidIn(await ChangeAsync(desk, id, line, form with { Support = "nhiều" }), "Support");
        Expect.InvalidIn(await ChangeAsync(desk, id, line, form with { Reason = " " }), "Reason");
        Assert.Equal(Outcome.Stale, (await ChangeAsync(desk, id, line, form with { Version = form.Version - 1 })).Outcome);

        Expect.Done(await desk.SubmitAsync(id));
        Expect.RefusedOnlyBy<AdjustmentRefusals.WrongStatus>(await ChangeAsync(desk, id, line, form with { Version = await desk.VersionAsync(id) }));
    }

    [Fact]
    public async Task A_raise_beyond_the_norm_needs_a_reason_that_whoever_decides_sees()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await NormAsync(desk, desk.First, eligibleCost: 220);
        var id = await desk.DraftAsync(AdjustmentDesk.Raise(desk.First, "120.000.000"));

        var over = Assert.Single((await desk.PageAsync(id)).Warnings.Over);
        Assert.Equal((Vnd.Million(110), Vnd.Million(10), null), (over.Finding.Limit!.Value, over.Finding.Over, over.OverNormReason));
        var refusal = Expect.RefusedOnlyBy<ApprovalRefusals.OverNorm>(await desk.SubmitAsync(id));
        Assert.Equal((desk.First, Vnd.Million(120), Vnd.Million(110)), (refusal.ProjectId, refusal.Support, refusal.Limit));

        // A higher eligible cost brings it back within; else a reason is written.
        var line = (await LinesAsync(desk, id))[0];
        Expect.Done(await ChangeAsync(desk, id, line, (await FormAsync(desk, id, line)).Line! with { EligibleCost = "240.000.000" }));
        Assert.Empty((await desk.PageAsync(id)).Warnings.Over);
        Expect.Done(await ChangeAsync(desk, id, line, (await FormAsync(desk, id, line)).Line! with { EligibleCost = null, OverNormReason = "Thiết bị nhập khẩu" }));
        Expect.Done(await desk.SubmitAsync(id));
        Assert.Equal("Thiết bị nhập khẩu", Assert.Single((await desk.PageAsync(id)).Warnings.Over).OverNormReason);
        Expect.Done(await desk.EndorseAsync(id));
        Expect.Done(await desk.ApproveAsync(id));
        Assert.Equal(("Thiết bị nhập khẩu", Vnd.Million(220)), await desk.Plans.LookAsync(async db =>
            await db.ProjectTerms.Where(t => t.ProjectId == desk.First).OrderByDescending(t => t.Id).Select(t => new ValueTuple<string?, Vnd>(t.OverNormReason, t.EligibleCost!.Value)).FirstAsync()));
    }

    [Fact]
    public async Task A_norm_that_came_into_force_since_is_asked_at_the_decision()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await NormAsync(desk, desk.First, eligibleCost: 240);
        var id = await desk.EndorsedAsync(AdjustmentDesk.Raise(desk.First, "120.000.000"));
        await using (var db = desk.Plans.Portal.Db())
        {
            var norm = await db.SpendingNorms.SingleAsync(n => n.Code == "MACHINERY");
            norm.ValidTo = new(2024, 5, 31);
            db.SpendingNorms.Add(new SpendingNorm { Code = norm.Code, Title = norm.Title, MaxRatePercent = 40, Cap = norm.Cap, CapUnit = norm.CapUnit, LegalSource = "Quyết định mới", ValidFrom = new(2024, 6, 1), Enabled = true });
            await db.SaveAsync(desk.Plans.Clerk, null, default);
        }

        Assert.Equal(Vnd.Million(96), Expect.RefusedOnlyBy<ApprovalRefusals.OverNorm>(await desk.ApproveAsync(id, "01/06/2024")).Limit);
    }

    [Fact]
    public async Task An_added_project_names_its_norm_and_a_norm_that_is_not_there_is_told()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var norm = await desk.Plans.LookAsync(db => db.SpendingNorms.Where(n => n.Code == "MACHINERY").Select(n => n.Id).SingleAsync());
        var id = await desk.DraftAsync(AdjustmentDesk.Add() with { NormId = norm, EligibleCost = "100.000.000", Establishments = 1 });
        Assert.Equal((0, Vnd.Million(50)), (Expect.RefusedOnlyBy<ApprovalRefusals.OverNorm>(await desk.SubmitAsync(id)).ProjectId, Assert.Single((await desk.PageAsync(id)).Warnings.Over).Finding.Limit!.Value));
        Expect.InvalidIn(await desk.AddAsync(id, AdjustmentDesk.Add("Khác") with { NormId = 999 }), "NormId");
        Expect.InvalidIn(await desk.AddAsync(id, AdjustmentDesk.Add("Khác") with { Establishments = 0 }), "Establishments");
    }

    [Fact]
    public async Task Support_of_the_same_beneficiary_elsewhere_is_shown_for_what_is_added_and_replaced()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var elsewhere = await desk.Plans.DraftAsync(Tranche.Numbered(2), PlanDesk.Project("Máy rang") with { Beneficiary = "Công ty Mắc Ca", Area = "Huyện Krông Năng" });
        var id = await desk.DraftAsync(AdjustmentDesk.Add(), AdjustmentDesk.Replace(desk.First, "CÔNG TY MẮC CA"), AdjustmentDesk.Lower(desk.Second, "90.000.000"));
        var repeats = (await desk.PageAsync(id)).Warnings.Repeats;
        Assert.Contains(repeats, r => r.ProjectId == 0 && r.Name == "Máy tách vỏ mắc ca");
        Assert.All(repeats, r => Assert.Equal(elsewhere, Assert.Single(r.Others).PlanId));
        Assert.DoesNotContain(repeats, r => r.ProjectId == desk.Second);
    }

    [Fact]
    public async Task Papers_are_given_and_taken_away_in_a_draft_and_frozen_with_what_is_submitted()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var id = await desk.DraftAsync(AdjustmentDesk.Raise(desk.First, "150.000.000"));
        Expect.Done(await desk.AttachAsync(id, Pdf("tờ trình.pdf", "a")));
        Expect.Done(await desk.AttachAsync(id, Pdf("tờ trình (bản sao).pdf", "a")));
        Expect.Done(await desk.AttachAsync(id, Pdf("công văn.pdf", "b")));
        var papers = (await desk.PageAsync(id)).Papers;
        Assert.Equal(["tờ trình.pdf", "công văn.pdf"], papers.Select(p => p.FileName));

        Expect.Done(await desk.DoAsync(async (AdjustmentPapersService s) => await s.DetachAsync(desk.Plans.Clerk, id, await desk.VersionAsync(id), papers[1].DocumentId, default)));
        await using (var content = (await desk.DoAsync((AdjustmentPapersService s) => s.OpenAsync(desk.Plans.Leader, id, papers[0].DocumentId, default))).Value.Content)
        {
            Assert.Equal("%PDF-1.7 a", await new StreamReader(content).ReadToEndAsync());
        }

        Expect.Done(await desk.SubmitAsync(id));
        var canonical = (await desk.SubmissionAsync(id)).Canonical;
        Assert.Equal([papers[0].Sha256], CanonicalText.Read(canonical).Where(l => l.Path == "document").Select(l => l.Value));
        Expect.RefusedOnlyBy<AdjustmentRefusals.WrongStatus>(await desk.AttachAsync(id, Pdf("thêm.pdf", "c")));
        Expect.Done(await desk.EndorseAsync(id));
        Expect.Done(await desk.ApproveAsync(id));
        Assert.Equal([papers[0].Sha256], (await desk.PageAsync(id)).Papers.Select(p => p.Sha256));
        Assert.Empty((await desk.DoAsync((AuditVerifyService s) => s.VerifyAsync(null, default))).Faults);
    }

    [Fact]
    public async Task What_is_no_paper_or_not_ones_own_is_told()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var (id, other) = (await desk.DraftAsync(AdjustmentDesk.Raise(desk.First, "150.000.000")), await desk.DraftAsync(AdjustmentDesk.Raise(desk.Second, "150.000.000")));
        Expect.InvalidIn(await desk.AttachAsync(id, null), "file");
        Expect.InvalidIn(await desk.AttachAsync(id, new FileUpload("virus.pdf", 4, new MemoryStream("MZ\u0090 "u8.ToArray()))), "file");
        Expect.InvalidIn(await desk.AttachAsync(id, new FileUpload("to.pdf", 21L * 1024 * 1024, new MemoryStream("%PDF-"u8.ToArray()))), "file");
        Expect.InvalidIn(await desk.AttachAsync(id, new FileUpload("trống.pdf", 0, new MemoryStream())), "file");
        Assert.Equal(Outcome.Forbidden, (await desk.AttachAsync(id, Pdf("a.pdf", "a"), desk.Plans.Leader)).Outcome);
        Assert.Equal(Outcome.Stale, (await desk.DoAsync((AdjustmentPapersService s) => s.AttachAsync(desk.Plans.Clerk, id, 99, Pdf("a.pdf", "a"), default))).Outcome);
        Assert.Equal(Outcome.NotFound, (await desk.DoAsync((AdjustmentPapersService s) => s.AttachAsync(desk.Plans.Clerk, 999, 0, Pdf("a.pdf", "a"), default))).Outcome);

        Expect.Done(await desk.AttachAsync(other, Pdf("a.pdf", "a")));
        var theirs = (await desk.PageAsync(other)).Papers[0].DocumentId;
        Assert.Equal(Outcome.NotFound, (await desk.DoAsync((AdjustmentPapersService s) => s.OpenAsync(desk.Plans.Leader, id, theirs, default))).Outcome);
        Assert.Equal(Outcome.NotFound, (await desk.DoAsync(async (AdjustmentPapersService s) => await s.DetachAsync(desk.Plans.Clerk, id, await desk.VersionAsync(id), theirs, default))).Outcome);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((AdjustmentPapersService s) => s.DetachAsync(desk.Plans.Leader, other, 1, theirs, default))).Outcome);
        var officer = await desk.Plans.Portal.PersonAsync("Y Bhăm", Role.Officer);
        Assert.Equal(Outcome.Forbidden, (await desk.DoAsync((AdjustmentPapersService s) => s.OpenAsync(officer, other, theirs, default))).Outcome);
    }

    private static FileUpload Pdf(string name, string text) => Upload(name, "%PDF-1.7 " + text);

    private static FileUpload Upload(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new FileUpload(name, bytes.Length, new MemoryStream(bytes));
    }

    // The norm of machinery: half of the eligible cost, at most 300 triệu an establishment.
    private static async Task NormAsync(AdjustmentDesk desk, int project, long eligibleCost)
    {
        await using var db = desk.Plans.Portal.Db();
        var norm = await db.SpendingNorms.SingleAsync(n => n.Code == "MACHINERY");
        var terms = await db.ProjectTerms.Include(t => t.Funding).Include(t => t.Areas).Include(t => t.Decision).SingleAsync(t => t.ProjectId == project);
        var next = terms.Copy();
        (next.NormId, next.EligibleCost, next.Establishments) = (norm.Id, Vnd.Million(eligibleCost), 1);
        var decision = new Domain.Decisions.Decision
        {
            Kind = Domain.Decisions.DecisionKind.Adjust, PlanId = desk.Plan, Number = "40/QĐ-SCT", Year = 2024, IssuedOn = new(2024, 3, 2), EffectiveFrom = new(2024, 3, 2), RecordedAt = DateTime.UnixEpoch,
            RecordedById = desk.Plans.Clerk.UserId!.Value, IssuingBodyId = terms.Decision!.IssuingBodyId, Signatory = "A", SignatoryTitle = "Giám đốc",
        };
        next.Decide(decision);
        db.ProjectTerms.Add(next);
        await db.SaveAsync(desk.Plans.Clerk, null, default);
    }

    private static Task<List<int>> LinesAsync(AdjustmentDesk desk, int id) =>
        desk.Plans.LookAsync(db => db.AdjustmentLines.Where(l => l.AdjustmentId == id).OrderBy(l => l.Ordinal).Select(l => l.Id).ToListAsync());

    private static async Task<AdjustmentForm> FormAsync(AdjustmentDesk desk, int id, int line) =>
        (await desk.DoAsync((AdjustmentFormService s) => s.OfLineAsync(desk.Plans.Clerk, id, line, default))).Value;

    private static Task<Result> ChangeAsync(AdjustmentDesk desk, int id, int line, AdjustmentLineRequest request, Actor? by = null) =>
        desk.DoAsync((AdjustmentDraftService s) => s.ChangeLineAsync(by ?? desk.Plans.Clerk, id, line, request, default));
}
