using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Projects;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Services.Tests.Money;

/// <summary>The scanned voucher of an entry: what is taken, what is kept, who gets it back.</summary>
public class EvidenceTests
{
    private static readonly byte[] Pdf = "%PDF-1.7 chứng từ"u8.ToArray();
    private static readonly byte[] Jpg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4, 5];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1];

    public static FileUpload Scan() => Upload(Pdf, "UNC 5.pdf");

    [Theory]
    [InlineData("pdf", "application/pdf")]
    [InlineData("jpg", "image/jpeg")]
    [InlineData("png", "image/png")]
    public async Task A_scan_or_a_picture_is_kept_and_known_by_its_content(string kind, string type)
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var bytes = kind switch { "pdf" => Pdf, "jpg" => Jpg, _ => Png };

        Expect.Done(await desk.SendAsync(desk.Chief, desk.Form("1.000.000") with { Evidence = Upload(bytes, @"C:\quet\chung tu.dat") }));

        var row = Assert.Single(await desk.LedgerAsync(desk.Chief));
        Assert.Equal(("chung tu.dat." + kind, bytes.LongLength), (row.Evidence!.FileName, row.Evidence.Length));
        var opened = (await OpenAsync(desk, desk.Chief, row.Evidence.DocumentId)).Value;
        Assert.Equal(type, opened.ContentType);
        await using var content = opened.Content;
        using var read = new MemoryStream();
        await content.CopyToAsync(read);
        Assert.Equal(bytes, read.ToArray());
    }

    [Fact]
    public async Task An_entry_may_stand_without_evidence()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        Expect.Done(await desk.ProposeAsync(desk.Chief, "1.000.000"));

        Assert.Null(Assert.Single(await desk.LedgerAsync(desk.Chief)).Evidence);
    }

    [Fact]
    public async Task Other_files_are_asked_again_and_nothing_is_kept()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var form = desk.Form("1.000.000");

        Expect.InvalidIn(await desk.SendAsync(desk.Chief, form with { Evidence = Upload("MZ program"u8.ToArray(), "a.pdf") }), "Evidence");
        Expect.InvalidIn(await desk.SendAsync(desk.Chief, form with { Evidence = Upload([], "a.pdf") }), "Evidence");
        Expect.InvalidIn(await desk.SendAsync(desk.Chief, form with { Evidence = Upload([0xFF, 0xD8], "a.jpg") }), "Evidence");
        Expect.InvalidIn(await desk.SendAsync(desk.Chief, form with { Evidence = new FileUpload("a.pdf", DocumentIntake.MaxPdfLength + 1, new MemoryStream(Pdf)) }), "Evidence");

        Assert.False(Directory.Exists(desk.Portal.StorageRoot));
        await using var db = desk.Portal.Db();
        Assert.False(await db.MoneyEntries.AnyAsync() || await db.Documents.AnyAsync());
    }

    [Fact]
    public async Task A_refused_entry_leaves_no_file_behind()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));

        Expect.RefusedOnlyBy<MoneyRefusals.OverLimit>(await desk.SendAsync(desk.Chief, desk.Form("100.000.001") with { Evidence = Scan() }));

        Assert.False(Directory.Exists(desk.Portal.StorageRoot));
    }

    [Fact]
    public async Task A_reversal_has_evidence_of_its_own()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        var entry = await desk.PostAsync("1.000.000");

        Expect.Done(await desk.ReverseAsync(desk.Chief, desk.Undoing(entry) with { Evidence = Upload(Png, "bien ban.png") }));

        Assert.Equal("bien ban.png", (await desk.LedgerAsync(desk.Chief))[^1].Evidence!.FileName);
        Expect.InvalidIn(await desk.ReverseAsync(desk.Chief, desk.Undoing(entry) with { Evidence = Upload("text"u8.ToArray(), "a.txt") }), "Evidence");
    }

    [Fact]
    public async Task Only_who_sees_the_project_gets_the_file_and_only_from_that_project()
    {
        await using var desk = await Desk.OpenAsync(SomeProject.Supported(100).UnderContract(100));
        Expect.Done(await desk.SendAsync(desk.Chief, desk.Form("1.000.000") with { Evidence = Scan() }));
        var file = Assert.Single(await desk.LedgerAsync(desk.Chief)).Evidence!.DocumentId;
        var officer = await desk.Portal.PersonAsync("Cán bộ", Role.Officer);
        var administrator = await desk.Portal.PersonAsync("Quản trị", Role.Administrator);
        var other = await SomeProject.Supported(10).InAsync(desk.Portal);

        Assert.Equal(Outcome.NotFound, (await OpenAsync(desk, officer, file)).Outcome);
        Assert.Equal(Outcome.NotFound, (await OpenAsync(desk, administrator, file)).Outcome);
        Assert.Equal(Outcome.NotFound, (await desk.Portal.UseAsync<ProjectPapersService, Result<DocumentDownload>>(s => s.OpenAsync(desk.Chief, other, file, default))).Outcome);
        var accountants = await OpenAsync(desk, desk.Accountant, file);
        Expect.Done(accountants);
        await accountants.Value.Content.DisposeAsync();
    }

    private static FileUpload Upload(byte[] bytes, string name) => new(name, bytes.Length, new MemoryStream(bytes));

    private static Task<Result<DocumentDownload>> OpenAsync(Desk desk, Actor actor, int document) =>
        desk.Portal.UseAsync<ProjectPapersService, Result<DocumentDownload>>(s => s.OpenAsync(actor, desk.ProjectId, document, default));
}
