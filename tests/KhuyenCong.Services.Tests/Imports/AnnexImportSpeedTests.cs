using System.Diagnostics;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Plans;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>How long accepting takes, saving and audit trail included, in processor time: neighbours on the machine do not count.</summary>
[Collection(nameof(AloneCollection))]
public sealed class AnnexImportSpeedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sample_is_accepted_within_a_second_and_two_thousand_rows_within_five()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.PersonAsync("Chuyên viên", Role.Division);
        var workbook = AnnexFixture.Small();
        for (var row = 5; row < 2005; row++) workbook.Item(row, row - 4);
        await AcceptAsync(portal, clerk, AnnexFixture.Small().Item(5, 1).Build(), 3);

        var (count, time) = await AcceptAsync(portal, clerk, AnnexFixture.Sample("phu-luc-ke-hoach-2024-dot-1.xlsx"), 1);
        Assert.Equal(24, count);
        Assert.True(time < TimeSpan.FromSeconds(1), time.ToString());

        (count, time) = await AcceptAsync(portal, clerk, workbook.Build(), 2);
        Assert.Equal(2_000, count);
        Assert.True(time < TimeSpan.FromSeconds(5), time.ToString());
    }

    private static async Task<(int Count, TimeSpan Time)> AcceptAsync(TestPortal portal, Actor clerk, byte[] file, int tranche)
    {
        using var content = new MemoryStream(file);
        var document = await portal.UseAsync((AnnexImportService s) => s.UploadAsync(clerk, new FileUpload("phu-luc.xlsx", file.Length, content), Stop));
        var acceptance = new AnnexAcceptance
        {
            Plan = new NewPlanRequest { Year = 2024, Tranche = tranche, Source = FundingSource.Local }, WarningReason = "Kiểm tra thời gian",
        };
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var draft = await portal.UseAsync((AnnexImportService s) => s.AcceptAsync(clerk, document.Value, acceptance, Stop));
        process.Refresh();
        var time = process.TotalProcessorTime - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{draft.Value.Count} rows: {time.TotalMilliseconds:0} ms");
        return (draft.Value.Count, time);
    }
}

/// <summary>Runs while no other test runs.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
