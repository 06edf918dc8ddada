using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Plans;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>A portal and a clerk who uploads, previews and accepts annexes.</summary>
internal sealed class AnnexDesk(TestPortal portal, Actor clerk) : IAsyncDisposable
{
    public static readonly NewPlanRequest FirstTranche = new() { Year = 2024, Tranche = 1, Source = Domain.Money.FundingSource.Local };

    public TestPortal Portal => portal;

    public Actor Clerk => clerk;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<AnnexDesk> OpenAsync()
    {
        var portal = await TestPortal.StartAsync();
        return new AnnexDesk(portal, await portal.PersonAsync("Chuyên viên", Role.Division));
    }

    public async Task<int> UploadAsync(byte[] file) => (await TryUploadAsync(file, clerk)).Value;

    public async Task<Result<int>> TryUploadAsync(byte[] file, Actor actor)
    {
        using var content = new MemoryStream(file);
        return await portal.UseAsync((AnnexImportService s) => s.UploadAsync(actor, new FileUpload("phu-luc.xlsx", file.Length, content), Stop));
    }

    public Task<Result<AnnexImport>> PreviewAsync(int document, NewPlanRequest? plan = null, AnnexChoices? choices = null, Actor? by = null) =>
        portal.UseAsync((AnnexImportService s) => s.PreviewAsync(by ?? clerk, document, plan ?? new NewPlanRequest(), choices ?? AnnexChoices.None, Stop));

    // One reason for every kind of warning.
    public Task<Result<AnnexDraft>> AcceptAsync(int document, NewPlanRequest plan, string? reason = null, AnnexChoices? choices = null) =>
        portal.UseAsync((AnnexImportService s) => s.AcceptAsync(
            clerk, document, new AnnexAcceptance { Plan = plan, Choices = (reason is null ? AnnexChoices.None : AnnexFixture.ReasonForAll(reason)).Over(choices ?? AnnexChoices.None) }, Stop));

    public ValueTask DisposeAsync() => portal.DisposeAsync();
}
