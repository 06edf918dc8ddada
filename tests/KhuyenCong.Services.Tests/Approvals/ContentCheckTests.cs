using KhuyenCong.Domain.Approvals;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Tests.Adjustments;
using KhuyenCong.Services.Tests.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Approvals;

/// <summary>What the check of a submission tells when rows are no longer what was submitted: each field by its name, in people's form.</summary>
public sealed class ContentCheckTests
{
    private const string Dong = "\u00A0đ";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ProjectTerms SET Name = 'Khác'", "Tên đề án", "Hỗ trợ máy sấy cà phê", "Khác")]
    [InlineData("ProjectTerms SET ImplementingUnit = 'Khác'", "Đơn vị thực hiện", "Trung tâm Khuyến công", "Khác")]
    [InlineData("ProjectTerms SET BeneficiaryText = 'Khác'", "Đơn vị thụ hưởng", "Hộ kinh doanh Lan Anh", "Khác")]
    [InlineData("ProjectTerms SET Objectives = 'Khác'", "Mục tiêu, quy mô", "01 máy", "Khác")]
    [InlineData("ProjectTerms SET Note = 'Khác'", "Ghi chú", "ghi chú", "Khác")]
    [InlineData("ProjectTerms SET Note = NULL", "Ghi chú", "ghi chú", "–")]
    [InlineData("ProjectTerms SET StartMonth = '2024-04-01'", "Tháng bắt đầu", "03/2024", "04/2024")]
    [InlineData("ProjectTerms SET EndMonth = '2024-12-01'", "Tháng kết thúc", "11/2024", "12/2024")]
    [InlineData("ProjectTerms SET Counterpart = 60000000", "Đối ứng", "50.000.000" + Dong, "60.000.000" + Dong)]
    [InlineData("ProjectTerms SET Other = 1000000", "Nguồn khác", "0" + Dong, "1.000.000" + Dong)]
    [InlineData("ProjectTerms SET EligibleCost = 1234567", "Chi phí hợp lệ", "–", "1.234.567" + Dong)]
    [InlineData("ProjectTerms SET Establishments = 2", "Số cơ sở", "–", "2")]
    [InlineData("ProjectTerms SET OverNormReason = 'Khác'", "Lý do vượt định mức", "–", "Khác")]
    [InlineData("ProjectTerms SET IsStopped = 1", "Ngừng thực hiện", "–", "có")]
    [InlineData("ProjectTerms SET AreaScope = 'WholeProvince'", "Địa bàn", "Huyện Krông Năng", "Toàn tỉnh")]
    [InlineData("TermsFunding SET Amount = 90000000", "Hỗ trợ KCĐP năm 2024", "100.000.000" + Dong, "90.000.000" + Dong)]
    [InlineData("TermsFunding SET Source = 'National'", "Hỗ trợ KCQG năm 2024", "–", "100.000.000" + Dong)]
    [InlineData("TermsFunding SET Year = 2025", "Hỗ trợ KCĐP năm 2025", "–", "100.000.000" + Dong)]
    public async Task Each_field_of_a_project_is_named(string change, string field, string before, string after)
    {
        await using var desk = await PlanDesk.OpenAsync();
        var submission = await SubmittedAsync(desk);
        Assert.True((await CheckAsync(desk, submission)).IsSound);
        await RunAsync(desk, "UPDATE " + change);
        var check = await CheckAsync(desk, submission);
        Assert.False(check.IsSound);
        Assert.True(check.TextBearsHash && check.SignaturesAgree);
        Assert.Contains(new StaleRow($"KC-2024-D1-01 – {field}", before, after), check.Differences);
    }

    [Theory]
    [InlineData("Plans SET Title = 'Khác'", "Tên kế hoạch", "Khác")]
    [InlineData("PlanGroups SET Title = 'Khác'", "Nhóm 1", "Khác")]
    [InlineData("ProjectTerms SET Counterpart = 60000000", "Tổng cộng: Đối ứng", "60.000.000" + Dong)]
    [InlineData("ProjectTerms SET Other = 1000000", "Tổng cộng: Nguồn khác", "1.000.000" + Dong)]
    [InlineData("TermsFunding SET Amount = 90000000", "Tổng cộng: Kinh phí hỗ trợ", "90.000.000" + Dong)]
    [InlineData("TermsFunding SET Amount = 90000000", "Tổng cộng: Tổng kinh phí", "140.000.000" + Dong)]
    [InlineData("Projects SET Ordinal = 3", "KC-2024-D1-01 – Vị trí trong phụ lục", "1.3")]
    public async Task What_stands_around_the_projects_is_named(string change, string label, string after)
    {
        await using var desk = await PlanDesk.OpenAsync();
        var submission = await SubmittedAsync(desk);
        await RunAsync(desk, "UPDATE " + change);
        Assert.Contains((await CheckAsync(desk, submission)).Differences, r => r.Label == label && r.Current == after);
    }

    [Fact]
    public async Task A_project_more_is_told_in_the_count_and_none_of_what_agrees()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var submission = await SubmittedAsync(desk);
        await RunAsync(desk, "UPDATE Plans SET Status = 'Draft'");
        await RunAsync(desk, "DELETE FROM ProjectTerms");
        var differences = (await CheckAsync(desk, submission)).Differences;
        Assert.Empty(differences);
        await RunAsync(desk, "UPDATE Plans SET Status = 'Submitted'");
        differences = (await CheckAsync(desk, submission)).Differences;
        Assert.Contains(new StaleRow("Số đề án", "1", "0"), differences);
        Assert.DoesNotContain(differences, r => r.Label is "Tên kế hoạch" or "Mẫu văn bản");
    }

    [Theory]
    [InlineData("UPDATE AdjustmentLines SET Reason = 'Khác' WHERE Ordinal = 1", "Nội dung 1 – Lý do", "Nhu cầu mới", "Khác")]
    [InlineData("UPDATE AdjustmentLines SET PlannedRecovery = 30000000 WHERE Ordinal = 2", "Nội dung 2 – Phải thu hồi", "40.000.000" + Dong, "30.000.000" + Dong)]
    [InlineData("UPDATE AdjustmentLines SET RecoverBy = '2024-10-01' WHERE Ordinal = 2", "Nội dung 2 – Hạn thu hồi", "30/09/2024", "01/10/2024")]
    [InlineData("UPDATE Adjustments SET Reason = 'Khác'", "Lý do", "Điều chỉnh giữa năm", "Khác")]
    [InlineData("UPDATE AdjustmentLines SET Name = 'Khác' WHERE Ordinal = 1", "Đề án bổ sung ở nội dung 1 – Tên đề án", "Máy tách vỏ mắc ca", "Khác")]
    public async Task Each_field_of_an_adjustment_is_named(string change, string label, string before, string after)
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SpendAsync(desk.First, "40.000.000", contract: "90.000.000");
        await desk.SubmittedAsync(AdjustmentDesk.Add(), AdjustmentDesk.Stop(desk.First, "40.000.000", "30/09/2024"));
        var submission = await NewestAsync(desk.Plans, ApprovalSubject.Adjustment);
        Assert.True((await CheckAsync(desk.Plans, submission)).IsSound);
        await RunAsync(desk.Plans, change);
        Assert.Contains(new StaleRow(label, before, after), (await CheckAsync(desk.Plans, submission)).Differences);
    }

    [Fact]
    public async Task A_before_that_moved_is_told_as_such()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var submission = await NewestAsync(desk.Plans, ApprovalSubject.Adjustment);
        await RunAsync(desk.Plans, "UPDATE ProjectTerms SET Note = 'thêm'");
        var differences = (await CheckAsync(desk.Plans, submission)).Differences;
        Assert.Contains(new StaleRow("KC-2024-D1-01 trước điều chỉnh – Ghi chú", "–", "thêm"), differences);
        Assert.Contains(new StaleRow("KC-2024-D1-01 – Ghi chú", "–", "thêm"), differences);
    }

    [Fact]
    public async Task A_kind_of_adjustment_is_named_in_words()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var submission = await NewestAsync(desk.Plans, ApprovalSubject.Adjustment);
        await RunAsync(desk.Plans, "UPDATE AdjustmentLines SET Kind = 'RaiseSupport', Support = 110000000");
        Assert.Contains(new StaleRow("Nội dung 1 – Loại điều chỉnh", "Giảm kinh phí", "Tăng kinh phí"), (await CheckAsync(desk.Plans, submission)).Differences);
    }

    [Fact]
    public async Task A_text_that_lost_its_hash_and_a_signature_on_another_are_told_apart()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        await desk.EndorsedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var submission = await NewestAsync(desk.Plans, ApprovalSubject.Adjustment);
        var check = await CheckAsync(desk.Plans, submission);
        Assert.Equal((true, true, true), (check.IsSound, check.TextBearsHash, check.SignaturesAgree));
        await RunAsync(desk.Plans, "UPDATE ApprovalSignatures SET Sha256 = 'khác'");
        check = await CheckAsync(desk.Plans, submission);
        Assert.Equal((false, true, false), (check.IsSound, check.TextBearsHash, check.SignaturesAgree));
        await RunAsync(desk.Plans, "UPDATE ApprovalSignatures SET Sha256 = (SELECT Sha256 FROM Submissions WHERE Subject = 'Adjustment')");
        await RunAsync(desk.Plans, "UPDATE Submissions SET Canonical = Canonical || 'note: thêm' WHERE Subject = 'Adjustment'");
        check = await CheckAsync(desk.Plans, submission);
        Assert.Equal((false, false, true), (check.IsSound, check.TextBearsHash, check.SignaturesAgree));
    }

    [Fact]
    public async Task A_submission_whose_round_is_over_is_compared_with_nothing()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var plan = await desk.DraftAsync();
        Expect.Done(await desk.SubmitAsync(plan));
        var first = await NewestAsync(desk, ApprovalSubject.Plan);
        Expect.Done(await desk.ReturnAsync(plan, "Bổ sung", desk.Appraiser));
        var project = (await desk.ProjectsAsync(plan))[0].Id;
        Expect.Done(await desk.EditAsync(plan, project, await desk.FormAsync(plan, project) with { Name = "Tên mới" }));
        Expect.Done(await desk.SubmitAsync(plan));
        var check = await CheckAsync(desk, first);
        Assert.Equal((null, true), (check.Now, check.IsSound));
        Assert.NotNull((await CheckAsync(desk, await NewestAsync(desk, ApprovalSubject.Plan))).Now);
    }

    [Fact]
    public async Task A_submission_that_was_returned_is_compared_with_nothing_while_nothing_waits()
    {
        await using var desk = await PlanDesk.OpenAsync();
        var submission = await SubmittedAsync(desk);
        Expect.Done(await desk.ReturnAsync((await desk.LookAsync(db => db.Plans.SingleAsync(Stop))).Id, "Bổ sung", desk.Appraiser));
        Assert.Null((await CheckAsync(desk, submission)).Now);
    }

    [Fact]
    public async Task A_decided_adjustment_is_compared_with_what_its_decision_put_into_force_and_an_older_round_with_nothing()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.SubmittedAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"));
        var old = await NewestAsync(desk.Plans, ApprovalSubject.Adjustment);
        var version = await desk.VersionAsync(adjustment);
        Expect.Done(await desk.DoAsync((AdjustmentSubmissionService s) => s.ReturnAsync(desk.Plans.Leader, adjustment, version, "Bổ sung", Stop)));
        Assert.Null((await CheckAsync(desk.Plans, old)).Now);
        Expect.Done(await desk.SubmitAsync(adjustment));
        var second = await NewestAsync(desk.Plans, ApprovalSubject.Adjustment);
        Assert.Equal((null, true), ((await CheckAsync(desk.Plans, old)).Now, (await CheckAsync(desk.Plans, second)).Now is not null));
        Expect.Done(await desk.EndorseAsync(adjustment));
        Expect.Done(await desk.ApproveAsync(adjustment));
        Assert.Equal((null, true), ((await CheckAsync(desk.Plans, old)).Now, (await CheckAsync(desk.Plans, second)).IsSound));
        await RunAsync(desk.Plans, "UPDATE TermsFunding SET Amount = 91000000 WHERE Amount = 90000000");
        Assert.Contains(new StaleRow("KC-2024-D1-01 – Hỗ trợ KCĐP năm 2024", "90.000.000" + Dong, "91.000.000" + Dong), (await CheckAsync(desk.Plans, second)).Differences);
    }

    [Fact]
    public async Task The_text_of_an_adjustment_tells_lines_and_papers_in_their_order()
    {
        await using var desk = await AdjustmentDesk.OpenAsync();
        var adjustment = await desk.DraftAsync(AdjustmentDesk.Lower(desk.First, "90.000.000"), AdjustmentDesk.Replace(desk.First, "HTX Khác"));
        foreach (var content in new[] { "%PDF-1.7 một", "%PDF-1.7 hai" })
        {
            var version = await desk.VersionAsync(adjustment);
            Expect.Done(await desk.DoAsync((AdjustmentPapersService s) => s.AttachAsync(desk.Plans.Clerk, adjustment, version, PlanDesk.Pdf(content), Stop)));
        }

        Expect.Done(await desk.SubmitAsync(adjustment));
        var read = CanonicalText.Read((await desk.SubmissionAsync(adjustment)).Canonical);
        var papers = await desk.Plans.LookAsync(db => db.Adjustments.Where(a => a.Id == adjustment).SelectMany(a => a.Documents).OrderBy(d => d.Id).Select(d => d.Sha256).ToListAsync(Stop));
        Assert.Equal(papers, read.Where(l => l.Path == "document").Select(l => l.Value));
        Assert.Equal(["line.1.kind", "line.2.kind"], read.Where(l => l.Path.EndsWith(".kind", StringComparison.Ordinal)).Select(l => l.Path));
    }

    private static async Task<int> SubmittedAsync(PlanDesk desk)
    {
        var plan = await desk.DraftAsync(PlanDesk.Project() with { Objectives = "01 máy", Note = "ghi chú" });
        Expect.Done(await desk.SubmitAsync(plan));
        return await NewestAsync(desk, ApprovalSubject.Plan);
    }

    private static Task<int> NewestAsync(PlanDesk desk, ApprovalSubject subject) =>
        desk.LookAsync(db => db.Submissions.Where(s => s.Subject == subject).OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync(Stop));

    private static async Task<ContentCheck> CheckAsync(PlanDesk desk, int submission) =>
        (await desk.Portal.UseAsync((SubmissionService s) => s.ReadAsync(desk.Leader, submission, Stop))).Value.Check;

    private static async Task RunAsync(PlanDesk desk, string sql)
    {
        await using var db = desk.Portal.Db();
        await db.Database.OpenConnectionAsync(Stop);
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", Stop);
        Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(sql, Stop));
    }
}
