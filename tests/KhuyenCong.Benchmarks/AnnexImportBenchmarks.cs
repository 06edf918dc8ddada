using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Plans;
using KhuyenCong.TestSupport;

namespace KhuyenCong.Benchmarks;

/// <summary>An annex from the file to the draft, through the services and a database: 24 rows and 2,000.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class AnnexImportBenchmarks
{
    private static readonly AnnexChoices Reasons = AnnexAnswers.Read(Enum.GetValues<AnnexProblemKind>()
        .Select(k => new KeyValuePair<string, string>(AnnexAnswers.OfReason(k), new AnnexWarningGroup(k, []).IsOnlySeen ? AnnexAnswers.Seen : "Phụ lục để đo thời gian nhập")));

    private TestPortal _portal = null!;
    private Actor _clerk = null!;
    private byte[] _workbook = [];
    private int _document;
    private int _year = 2024;

    [Params(24, 2_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public async Task WriteAsync()
    {
        _portal = await TestPortal.StartOnFileAsync();
        _clerk = await _portal.PersonAsync("Chuyên viên", Role.Division);
        var book = new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng")
            .Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian thực hiện", "Tổng kinh phí", "Kinh phí hỗ trợ", "Vốn đối ứng", "Đơn vị thực hiện", "Đơn vị thụ hưởng")
            .Line(4, 1, "I", "Mô hình trình diễn kỹ thuật");
        for (var row = 1; row <= Rows; row++)
        {
            book.Line(row + 4, 1, row, $"Hỗ trợ ứng dụng máy móc tiên tiến trong chế biến cà phê {row}", "Toàn tỉnh", "Tháng 3-10", 420, 180, 240, "Trung tâm Khuyến công", $"Hợp tác xã {row}");
        }

        _workbook = book.Build();
        _document = await UploadAsync();
    }

    [GlobalCleanup]
    public async Task CloseAsync() => await _portal.DisposeAsync();

    [Benchmark(Baseline = true)]
    public async Task<int> UploadAsync()
    {
        using var content = new MemoryStream(_workbook);
        return (await _portal.UseAsync((AnnexImportService s) => s.UploadAsync(_clerk, new FileUpload("phu-luc.xlsx", _workbook.Length, content), default))).Value;
    }

    [Benchmark]
    public async Task<int> PreviewAsync() =>
        (await _portal.UseAsync((AnnexImportService s) => s.PreviewAsync(_clerk, _document, Plan(2024), AnnexChoices.None, default))).Value.Preview.Count;

    /// <summary>A plan of a later year each time: a tranche is taken once, and categories have their days.</summary>
    [Benchmark]
    public async Task<int> AcceptAsync() =>
        (await _portal.UseAsync((AnnexImportService s) => s.AcceptAsync(_clerk, _document, new AnnexAcceptance { Plan = Plan(++_year), Choices = Reasons }, default))).Value.Count;

    private static NewPlanRequest Plan(int year) => new() { Year = year, Tranche = 1, Source = FundingSource.Local };
}
