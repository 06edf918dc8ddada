using System.Text;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Vi;

public class TrancheTextTests
{
    [Theory]
    [InlineData(1, "đợt I")]
    [InlineData(4, "đợt IV")]
    [InlineData(101, "đợt bổ sung")]
    [InlineData(102, "đợt bổ sung lần 2")]
    public void Tranches_are_named(int code, string expected) => Assert.Equal(expected, TrancheText.Of(new Tranche(code)));

    [Theory]
    [InlineData("I", 1)]
    [InlineData("iv", 4)]
    [InlineData("2", 2)]
    [InlineData("đợt 2", 2)]
    [InlineData("Đợt II", 2)]
    [InlineData("ĐỢT  III ", 3)]
    [InlineData("bổ sung", 101)]
    [InlineData("đợt bổ sung", 101)]
    [InlineData("Bổ sung lần 2", 102)]
    [InlineData("bổ sung đợt II", 102)]
    public void Tranches_are_read(string typed, int expected)
    {
        Assert.True(TrancheText.TryRead(typed, out var tranche));
        Assert.Equal(expected, tranche.Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("đợt")]
    [InlineData("0")]
    [InlineData("21")]
    [InlineData("101")]
    [InlineData("IIII")]
    [InlineData("VX")]
    [InlineData("đợt I năm 2024")]
    [InlineData("bổ sung lần")]
    [InlineData("bổ sung 2")]
    [InlineData("I, II")]
    public void Anything_else_is_refused(string? typed) => Assert.False(TrancheText.TryRead(typed, out _));

    [Fact]
    public void Every_tranche_reads_back_from_its_name() => Assert.All(Tranche.All, tranche =>
    {
        Assert.True(TrancheText.TryRead(TrancheText.Of(tranche).Normalize(NormalizationForm.FormD), out var read));
        Assert.Equal(tranche, read);
    });

    [Theory]
    [InlineData("Kế hoạch khuyến công địa phương đợt I năm 2024", 1)]
    [InlineData("PHỤ LỤC KẾ HOẠCH ĐỢT II NĂM 2024 (kèm theo Quyết định)", 2)]
    [InlineData("Kế hoạch khuyến công bổ sung năm 2024", 101)]
    [InlineData("Kế hoạch khuyến công đợt bổ sung lần 2, năm 2024", 102)]
    public void A_title_names_its_tranche(string title, int expected) => Assert.Equal(expected, TrancheText.FindIn(title)?.Code);

    [Theory]
    [InlineData("Kế hoạch khuyến công năm 2024")]
    [InlineData("Kế hoạch khuyến công đợt 2024")]
    [InlineData(null)]
    public void A_title_may_name_none(string? title) => Assert.Null(TrancheText.FindIn(title));
}
