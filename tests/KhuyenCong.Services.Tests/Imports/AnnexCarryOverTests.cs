using KhuyenCong.Domain.Documents;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>A mended annex that is uploaded again keeps what its uploader answered.</summary>
public sealed class AnnexCarryOverTests : IAsyncLifetime
{
    private AnnexDesk _desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _desk = await AnnexDesk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task The_preview_says_what_was_kept_and_what_was_not()
    {
        var first = await _desk.UploadAsync(Faulty().Build());
        Expect.Done(await AnswerAsync(first, ("o:F5", "60"), ("o:D6", "05/2024 - 09/2024")));
        _desk.Portal.Clock.Advance(TimeSpan.FromDays(1));
        var second = await _desk.UploadAsync(new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng").Line(4, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ", "Đối ứng", "Nguồn khác")
            .Line(5, 1, "I", "Thông tin, tuyên truyền").Item(6, 1, "Đề án").Text("B6", "Đề án 5").Text("F6", "sáu mươi").Item(7, 2).Text("B7", "Đề án 6").Text("D7", "05/2024").Build());

        var import = (await _desk.PreviewAsync(second)).Value;
        Assert.Empty(import.Preview.Faults);
        Assert.Equal("Đã giữ 1 câu trả lời từ tệp tải lên ngày 15/11/2024; 1 câu không còn dùng: ô D6 đã đổi.", AnnexCarryTexts.Sentence(import.Carried!));
        Assert.Equal(("60", "sáu mươi"), (import.Questions.Single(q => q.Subject == "o:F6").Chosen, import.Questions.Single(q => q.Subject == "o:F6").InFile));
        await using var db = _desk.Portal.Db();
        var kept = await db.AnnexAnswers.AsNoTracking().SingleAsync(a => a.DocumentId == second, Stop);
        Assert.Equal(await db.AnnexAnswers.Where(a => a.Subject == "o:F5").Select(a => a.AnsweredAt).SingleAsync(Stop), kept.AnsweredAt);
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Entity == nameof(AnnexAnswer) && e.EntityKey == $"{kept.Id}", Stop));
        Assert.Null((await _desk.PreviewAsync(first)).Value.Carried);
    }

    [Fact]
    public async Task The_latest_upload_counts_and_what_was_taken_back_there_stays_away()
    {
        var first = await _desk.UploadAsync(Faulty().Build());
        Expect.Done(await AnswerAsync(first, ("o:F5", "60")));
        var second = await _desk.UploadAsync(Faulty().Build());
        Expect.Done(await AnswerAsync(second, ("o:F5", "")));
        var third = await _desk.UploadAsync(Faulty().Build());
        Assert.Equal(["F5 AmountUnreadable", "D6 PeriodUnreadable"], (await _desk.PreviewAsync(third)).Value.Preview.Faults.Kinds());
        Assert.Null((await _desk.PreviewAsync(third)).Value.Carried);
    }

    [Fact]
    public async Task Another_annex_in_between_does_not_hide_the_same_one()
    {
        var first = await _desk.UploadAsync(Faulty().Build());
        Expect.Done(await AnswerAsync(first, ("o:F5", "60")));
        var other = await _desk.UploadAsync(Small().Item(5, 1, "Việc khác").Text("F5", "sáu mươi").Item(6, 2, "Việc khác nữa").Build());
        Assert.Null((await _desk.PreviewAsync(other)).Value.Carried);
        Expect.Done(await AnswerAsync(other, ("o:F5", "70")));
        var again = await _desk.UploadAsync(Faulty().Build());
        Assert.Equal("60", (await _desk.PreviewAsync(again)).Value.Questions.Single(q => q.Subject == "o:F5").Chosen);
    }

    [Fact]
    public async Task Answers_of_another_person_are_not_kept()
    {
        var first = await _desk.UploadAsync(Faulty().Build());
        Expect.Done(await AnswerAsync(first, ("o:F5", "60")));
        var other = await _desk.Portal.PersonAsync("Chuyên viên khác", Role.Division);
        var theirs = (await _desk.TryUploadAsync(Faulty().Build(), other)).Value;
        var import = (await _desk.PreviewAsync(theirs, by: other)).Value;
        Assert.Null(import.Carried);
        Assert.Equal(2, import.Preview.Faults.Count);
    }

    [Fact]
    public async Task Nothing_kept_is_said_too()
    {
        var first = await _desk.UploadAsync(Faulty().Build());
        Expect.Done(await AnswerAsync(first, ("o:F5", "60")));
        var second = await _desk.UploadAsync(Faulty().Number("F5", 60m).Build());
        Assert.Equal("Không giữ được câu trả lời nào từ tệp tải lên ngày 15/11/2024; 1 câu không còn dùng: ô F5 đã đổi.", AnnexCarryTexts.Sentence((await _desk.PreviewAsync(second)).Value.Carried!));
    }

    [Fact]
    public async Task Two_uploads_at_once_each_keep_their_own()
    {
        await using var portal = await TestPortal.StartOnFileAsync();
        await using var desk = new AnnexDesk(portal, await portal.PersonAsync("Chuyên viên", Role.Division));
        var first = await desk.UploadAsync(Faulty().Build());
        Expect.Done(await portal.UseAsync((AnnexAnswerService s) => s.AnswerAsync(desk.Clerk, first, new Dictionary<string, string> { ["o:F5"] = "60" }, Stop)));
        var uploads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.TryUploadAsync(Faulty().Build(), desk.Clerk))));
        foreach (var upload in uploads) Assert.Equal(1, (await desk.PreviewAsync(upload.Value)).Value.Carried!.Kept);
        await using var db = portal.Db();
        Assert.Equal(5, await db.AnnexAnswers.CountAsync(Stop));
    }

    private static WorkbookBuilder Faulty() => Small().Item(5, 1).Text("F5", "sáu mươi").Item(6, 2).Text("D6", "lúc nào đó");

    private Task<Result> AnswerAsync(int document, params (string Subject, string Value)[] answers) =>
        _desk.Portal.UseAsync((AnnexAnswerService s) => s.AnswerAsync(_desk.Clerk, document, answers.ToDictionary(a => a.Subject, a => a.Value), Stop));
}
