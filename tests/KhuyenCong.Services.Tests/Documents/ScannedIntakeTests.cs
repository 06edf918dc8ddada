using System.Reflection;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Adjustments;
using KhuyenCong.Services.Approvals;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Projects;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Documents;

/// <summary>Every way by which a file comes in asks the scanner before anything is kept; a new way without a case here is found.</summary>
public sealed class ScannedIntakeTests
{
    private const string Name = "hoa-don.pdf";

    // What is asked of each way needs no row to be there: the scanner is asked before the database.
    private static readonly Dictionary<string, Func<TestPortal, Actor, FileUpload, Task<Result>>> Ways = new(StringComparer.Ordinal)
    {
        ["AnnexImportService.UploadAsync"] = async (portal, actor, file) => await portal.UseAsync((AnnexImportService s) => s.UploadAsync(actor, file, Stop)),
        ["AdjustmentPapersService.AttachAsync"] = (portal, actor, file) => portal.UseAsync((AdjustmentPapersService s) => s.AttachAsync(actor, 1, 1, file, Stop)),
        ["ApprovalRequest.File"] = (portal, actor, file) => portal.UseAsync((PlanApprovalService s) => s.ApproveAsync(actor, 1, new ApprovalRequest { File = file }, Stop)),
        ["AdjustmentApprovalService"] = (portal, actor, file) => portal.UseAsync((AdjustmentApprovalService s) => s.ApproveAsync(actor, 1, new ApprovalRequest { File = file }, Stop)),
        ["AllotmentRequest.File"] = (portal, actor, file) => portal.UseAsync((AllotmentService s) => s.RecordAsync(actor, new AllotmentRequest { File = file }, Stop)),
        ["ProposeMoneyRequest.Evidence"] = async (portal, actor, file) => await portal.UseAsync((MoneyService s) => s.ProposeAsync(
            actor, new ProposeMoneyRequest { ProjectId = 1, Kind = MoneyEntryKind.Advance, Amount = "1.000", Date = "01/11/2024", Voucher = "UNC 5", FormKey = Guid.NewGuid(), Evidence = file }, Stop)),
        ["ReverseMoneyRequest.Evidence"] = async (portal, actor, file) => await portal.UseAsync((MoneyService s) => s.ReverseAsync(
            actor, new ReverseMoneyRequest { ProjectId = 1, EntryId = 1, Date = "01/11/2024", Voucher = "UNC 5", Reason = "nhầm", FormKey = Guid.NewGuid(), Evidence = file }, Stop)),
        ["RecordAcceptanceRequest.Minutes"] = (portal, actor, file) => portal.UseAsync((AcceptanceService s) => s.RecordAsync(
            actor, new RecordAcceptanceRequest { ProjectId = 1, Version = 1, Date = "01/11/2024", Finding = "Đạt", MinutesNumber = "BB 5", Minutes = file }, Stop)),
    };

    // A row of many signatures becomes an ApprovalRequest; a draft of the ledger is one of the two requests above.
    private static readonly string[] Carried = [$"{nameof(BulkApprovalItem)}.File", "EntryDraft.Evidence"];

    public static TheoryData<string> Names => [.. Ways.Keys];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_holds_malware_is_refused_by_its_name_and_nothing_is_kept(string way)
    {
        var error = await RefusedAsync(way, ScanVerdict.Infected);
        Assert.Contains("«hoa-don.pdf»", error.Message, StringComparison.Ordinal);
        Assert.Contains("có mã độc nên không được nhận", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_nobody_could_scan_is_not_taken_either(string way)
    {
        var error = await RefusedAsync(way, ScanVerdict.Unknown);
        Assert.Contains("Chưa quét được tệp «hoa-don.pdf»", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "«không tên»")]
    [InlineData("..\\..\\x.exe", "«x.exe»")]
    [InlineData("a\u202efdp.exe", "«afdp.exe»")]
    public async Task A_name_that_deceives_is_shown_as_what_it_is(string given, string shown)
    {
        await using var portal = await TestPortal.StartAsync();
        portal.Scanner.Says = ScanVerdict.Infected;
        using var content = new MemoryStream("%PDF-1.7"u8.ToArray());
        Assert.Contains(shown, await portal.UseAsync((DocumentIntake intake) => intake.WhyNotPdfAsync(new FileUpload(given, content.Length, content), Stop)), StringComparison.Ordinal);
    }

    [Fact]
    public void No_way_is_forgotten() => Assert.Equal(
        Ways.Keys.Except(["AdjustmentApprovalService"]).Concat(Carried).Order(StringComparer.Ordinal), Takers(typeof(DocumentIntake).Assembly.GetTypes()).Order(StringComparer.Ordinal));

    [Fact]
    public void A_new_way_is_found() => Assert.Equal(["NewRequest.Paper", "NewService.SendAsync"], Takers([typeof(NewRequest), typeof(NewService)]).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_file_that_nobody_looked_at_is_never_kept()
    {
        await using var portal = await TestPortal.StartAsync();
        var actor = await portal.PersonAsync("Trần Thị Bình", Role.Division);
        using var content = new MemoryStream("%PDF-1.7"u8.ToArray());
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.UseAsync((DocumentIntake intake) => intake.KeepAsync(new FileUpload(Name, content.Length, content), actor, Stop)));
        Assert.Empty(Kept(portal));
    }

    [Fact]
    public async Task A_verdict_is_not_kept_from_an_earlier_look()
    {
        await using var portal = await TestPortal.StartAsync();
        var actor = await portal.PersonAsync("Trần Thị Bình", Role.Division);
        using var content = new MemoryStream("%PDF-1.7"u8.ToArray());
        var upload = new FileUpload(Name, content.Length, content);
        Assert.Null(await portal.UseAsync((DocumentIntake intake) => intake.WhyNotPdfAsync(upload, Stop)));
        portal.Scanner.Says = ScanVerdict.Infected;
        Assert.NotNull(await portal.UseAsync((DocumentIntake intake) => intake.WhyNotPdfAsync(upload, Stop)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.UseAsync((DocumentIntake intake) => intake.KeepAsync(upload, actor, Stop)));
    }

    private static async Task<FieldError> RefusedAsync(string way, ScanVerdict verdict)
    {
        await using var portal = await TestPortal.StartAsync();
        var actor = await portal.PersonAsync("Trần Thị Bình", Enum.GetValues<Role>());
        portal.Scanner.Says = verdict;
        using var content = new MemoryStream("%PDF-1.7 hóa đơn"u8.ToArray());
        var result = await Ways[way](portal, actor, new FileUpload(Name, content.Length, content));

        Assert.Equal((Outcome.Invalid, 1), (result.Outcome, portal.Scanner.Asked));
        Assert.Empty(Kept(portal));
        await using var db = portal.Db();
        Assert.False(await db.Documents.AnyAsync(Stop));
        return Assert.Single(result.Errors, e => e.Message.Contains('«', StringComparison.Ordinal));
    }

    private static string[] Kept(TestPortal portal) => Directory.Exists(portal.StorageRoot) ? Directory.GetFiles(portal.StorageRoot, "*", SearchOption.AllDirectories) : [];

    private static IEnumerable<string> Takers(IEnumerable<Type> types) => types.Where(type => type != typeof(DocumentIntake) && !type.Name.Contains('<', StringComparison.Ordinal)).SelectMany(type =>
        type.GetProperties().Where(p => p.PropertyType == typeof(FileUpload)).Select(p => $"{type.Name}.{p.Name}")
            .Concat(type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(m => !m.IsSpecialName && m.Name is not ("Deconstruct" or "Equals") && m.GetParameters().Any(p => p.ParameterType == typeof(FileUpload))).Select(m => $"{type.Name}.{m.Name}")));

    private sealed record NewRequest
    {
        public FileUpload? Paper { get; init; }
    }

    private static class NewService
    {
        public static Task SendAsync(FileUpload file) => file.Content.FlushAsync(Stop);
    }
}
