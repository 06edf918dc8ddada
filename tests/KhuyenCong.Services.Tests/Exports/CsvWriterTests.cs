using System.Text;
using CsCheck;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Exports;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Exports;

public class CsvWriterTests
{
    [Fact]
    public void A_table_is_written_to_the_letter() => Assert.Equal(
        """
        Loại dòng,STT,Tên đề án,Số đề án,Kinh phí – Hỗ trợ (đồng),Kinh phí – Đối ứng (đồng),Tỷ lệ giải ngân (%),Ngày nghiệm thu
        Nhóm,I,Nâng cao năng lực quản lý,,,,,
        Dòng,1,Tập huấn nghiệp vụ,1,356300000,0,33.3,2024-09-05
        Dòng,2,'=SUM(A1) & máy móc,2,2193700000,1500000000,33.3,2024-09-05
        Cộng,,Cộng I,3,2550000000,1500000000,33.3,
        Nhóm,II,Mô hình trình diễn,,,,,
        Dòng,3,"Mô hình ""thí điểm"", 2 dòng|và nữa",21,1,1038999999,0,2024-09-05
        Cộng,,Cộng II,21,1,1038999999,0,
        Tổng cộng,,TỔNG CỘNG,24,2550000001,2538999999,33.3,

        """.Replace("\n", "\r\n", StringComparison.Ordinal).Replace('|', '\n'),
        Written(to => CsvWriter.Write(Reports.Annex(), to)));

    [Fact]
    public void The_file_begins_with_the_mark_of_UTF8()
    {
        using var to = new MemoryStream();
        CsvWriter.Write(Reports.Annex(), to);
        Assert.Equal([0xEF, 0xBB, 0xBF], to.ToArray()[..3]);
    }

    [Fact]
    public void Amounts_are_in_dong_whatever_the_unit()
    {
        var dong = Written(to => CsvWriter.Write(Reports.Book(AmountUnit.Dong), to));
        Assert.Equal(dong, Written(to => CsvWriter.Write(Reports.Book(AmountUnit.Million), to)));
        Assert.Contains(",2550000001,", dong, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_of_a_book_stand_under_their_titles() => Assert.Equal(
        "Chữ\r\nLoại dòng,Nội dung\r\nDòng,a\r\n\r\nChữ\r\nLoại dòng,Nội dung\r\nDòng,b\r\n",
        Written(to => CsvWriter.Write(Reports.Book(AmountUnit.Dong, Reports.Texts("a"), Reports.Texts("b")), to)));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84 262")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("\uFF1D1+1")]
    public void Text_that_would_run_is_guarded(string text) =>
        Assert.Equal("'" + text, CsvReader.Read(Written(to => CsvWriter.Write(Reports.Texts(text), to)))[1][1]);

    [Theory]
    [InlineData("a=b")]
    [InlineData("38/QĐ-SCT")]
    [InlineData("02479")]
    public void Other_text_is_left_alone(string text) =>
        Assert.Equal(text, CsvReader.Read(Written(to => CsvWriter.Write(Reports.Texts(text), to)))[1][1]);

    [Fact]
    public void A_negative_amount_stays_a_number()
    {
        var table = new ReportTable("Giảm", [new("a", "Số tiền", CellKind.Money, 18)], [ReportRow.Item(ReportCell.Of(new Vnd(-5)))]);
        Assert.Equal("-5", CsvReader.Read(Written(to => CsvWriter.Write(table, to)))[1][1]);
    }

    [Fact]
    public void A_share_of_nothing_is_an_empty_field()
    {
        var share = ReportCell.Of(Share.Of(new Vnd(1), Vnd.Zero));
        var table = new ReportTable("Tỷ lệ", [new("a", "Tỷ lệ", CellKind.Percent, 10)], [ReportRow.Item(share)]);
        Assert.Equal("", CsvReader.Read(Written(to => CsvWriter.Write(table, to)))[1][1]);
    }

    [Fact]
    public void Any_text_comes_back_as_it_was() => Gen.Char["ab,\"\r\n;' đ"].Array[1, 12].Array[1, 5].Sample(rows =>
    {
        var texts = rows.Select(letters => "x" + new string(letters)).ToArray();
        var records = CsvReader.Read(Written(to => CsvWriter.Write(Reports.Texts(texts), to)));
        Assert.Equal(texts, records.Skip(1).Select(r => r[1]));
    });

    [Fact]
    public void The_stream_stays_open()
    {
        using var to = new MemoryStream();
        CsvWriter.Write(Reports.Annex(), to);
        Assert.True(to.CanWrite);
    }

    private static string Written(Action<Stream> write)
    {
        using var to = new MemoryStream();
        write(to);
        return Encoding.UTF8.GetString(to.ToArray()[3..]);
    }
}
