using BenchmarkDotNet.Attributes;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Categories;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.TestSupport;

namespace KhuyenCong.Benchmarks;

/// <summary>What understanding an annex costs beyond merely reading the cells of its workbook.</summary>
[MemoryDiagnoser]
public class AnnexBenchmarks
{
    private readonly AnnexReferences _references = new(
        new AreaResolver([new UnitName(1, "Tỉnh Đắk Lắk", UnitLevel.Province, new DateOnly(1900, 1, 1), null, null, [])], new DateOnly(2024, 2, 1)),
        new CategoryMatcher([new CategoryName("ND3", "Mô hình trình diễn kỹ thuật; chuyển giao công nghệ, ứng dụng máy móc tiên tiến")]));

    private byte[] _workbook = [];

    [Params(24, 2_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Write()
    {
        var book = new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng")
            .Line(3, 1, "STT", "Tên đề án", "Địa bàn", "Thời gian thực hiện", "Tổng kinh phí", "Kinh phí hỗ trợ", "Vốn đối ứng");
        for (var row = 1; row <= Rows; row++)
        {
            book.Line(row + 3, 1, row, "Hỗ trợ ứng dụng máy móc tiên tiến trong chế biến cà phê", "Toàn tỉnh", "Tháng 3-10/2024", 420, 180, 240);
        }

        _workbook = book.Build();
        if (Understand() != Rows) throw new InvalidOperationException("The annex is not understood: the figures would be those of an error.");
    }

    [Benchmark(Baseline = true)]
    public int OpenTheWorkbook() => WorkbookReader.Read(_workbook).Content!.Sheets.Sum(s => s.Rows.Count);

    [Benchmark]
    public int Understand() => AnnexReader.Read(WorkbookReader.Read(_workbook).Content!, _references).Preview!.Count;
}
