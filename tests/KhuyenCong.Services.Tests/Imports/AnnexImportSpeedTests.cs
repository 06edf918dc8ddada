using System.Diagnostics;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Plans;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Accepting, saving and audit trail included; the time is written to the output, and bounded nowhere, because machines differ.</summary>
[Collection(nameof(AloneCollection))]
public sealed class AnnexImportSpeedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_and_two_thousand_rows_are_accepted_whole()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.PersonAsync("Chuyên viên", Role.Division);
        var workbook = AnnexFixture.Small();
        for (var row = 5; row < 2005; row++) workbook.Item(row, row - 4);
        await AcceptAsync(portal, clerk, AnnexFixture.Small().Item(5, 1).Build(), 3);

        var count = await AcceptAsync(portal, clerk, AnnexFixture.Sample("phu-luc-ke-hoach-2024-dot-1.xlsx"), 1);
        Assert.Equal(24, count);

        count = await AcceptAsync(portal, clerk, workbook.Build(), 2);
        Assert.Equal(2_000, count);
    }

    private static async Task<int> AcceptAsync(TestPortal portal, Actor clerk, byte[] file, int tranche)
    {
        using var content = new MemoryStream(file);
        var document = await portal.UseAsync((AnnexImportService s) => s.UploadAsync(clerk, new FileUpload("phu-luc.xlsx", file.Length, content), Stop));
        var acceptance = new AnnexAcceptance
        {
            Plan = new NewPlanRequest { Year = 2024, Tranche = tranche, Source = FundingSource.Local }, Choices = AnnexFixture.ReasonForAll("Kiểm tra thời gian"),
        };
        var watch = Stopwatch.StartNew();
        var draft = await portal.UseAsync((AnnexImportService s) => s.AcceptAsync(clerk, document.Value, acceptance, Stop));
        TestContext.Current.TestOutputHelper?.WriteLine($"{draft.Value.Count} rows: {watch.ElapsedMilliseconds} ms");
        return draft.Value.Count;
    }
}

/// <summary>Runs while no other test runs.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
