using System.Text;
using KhuyenCong.Domain.Text.Legacy;
using Xunit;

namespace KhuyenCong.Domain.Tests.Text.Legacy;

public class LegacyTextTests
{
    [Theory]
    [InlineData("C«ng ty TNHH", "Công ty TNHH")]
    [InlineData("C«ng ty TNHH Thö NghiÖm 03", "Công ty TNHH Thử Nghiệm 03")]
    [InlineData("Hé kinh doanh", "Hộ kinh doanh")]
    [InlineData("Hé kinh doanh Thö NghiÖm 01", "Hộ kinh doanh Thử Nghiệm 01")]
    [InlineData("§¾k L¾k", "Đắk Lắk")]
    [InlineData("Hîp t¸c x·", "Hợp tác xã")]
    [InlineData("Hîp t¸c x· Thö NghiÖm 02", "Hợp tác xã Thử Nghiệm 02")]
    [InlineData("Hç trî øng dông m¸y rang, xay cµ phª", "Hỗ trợ ứng dụng máy rang, xay cà phê")]
    [InlineData("Hç trî øng dông m¸y sÊy m¾c ca", "Hỗ trợ ứng dụng máy sấy mắc ca")]
    [InlineData("HuyÖn Kr«ng Bók", "Huyện Krông Búk")]
    [InlineData("HuyÖn Kr«ng N¨ng", "Huyện Krông Năng")]
    [InlineData("C\u00AD M'gar", "Cư M'gar")]
    [InlineData("T\u00AD vÊn ph¸t triÓn c«ng nghiÖp", "Tư vấn phát triển công nghiệp")]
    [InlineData("PHô LôC", "PHỤ LỤC")]
    [InlineData("DANH MôC §Ò ¸N KHUYÕN C¤NG §ÞA PH¦¥NG §îT IX N¡M 2019", "DANH MỤC ĐỀ ÁN KHUYẾN CÔNG ĐỊA PHƯƠNG ĐỢT IX NĂM 2019")]
    [InlineData("TæNG CéNG", "TỔNG CỘNG")]
    [InlineData("§¬n vÞ tÝnh: triÖu ®ång", "Đơn vị tính: triệu đồng")]
    [InlineData("KC§P hç trî", "KCĐP hỗ trợ")]
    [InlineData("KC§P", "KCĐP")]
    [InlineData("X· Ea Kar", "Xã Ea Kar")]
    [InlineData("Thêi gian", "Thời gian")]
    public void Text_of_TCVN3_is_told_by_itself(string seen, string meant)
    {
        Assert.Equal(LegacyEncoding.Tcvn3, LegacyText.Detect(seen));
        Assert.Equal(meant, LegacyText.Convert(seen, LegacyEncoding.Tcvn3));
        Assert.True(LegacyText.IsMojibake(seen));
        Assert.Equal(TextState.Clean, LegacyText.Judge(meant));
    }

    [Theory]
    [InlineData("Coâng ty", "Công ty")]
    [InlineData("Hoä kinh doanh", "Hộ kinh doanh")]
    [InlineData("Ñaék Laék", "Đắk Lắk")]
    [InlineData("Hoã trôï öùng duïng maùy rang, xay caø pheâ", "Hỗ trợ ứng dụng máy rang, xay cà phê")]
    [InlineData("COÂNG TY COÅ PHAÀN", "CÔNG TY CỔ PHẦN")]
    [InlineData("Huyeän Kroâng Buùk", "Huyện Krông Búk")]
    [InlineData("Aùp duïng", "Áp dụng")]
    [InlineData("nöôùc", "nước")]
    [InlineData("Nöôùc maém Phuù Yeân", "Nước mắm Phú Yên")]
    [InlineData("ñôn vò", "đơn vị")]
    [InlineData("kyõ thuaät", "kỹ thuật")]
    public void Text_of_VNI_is_told_by_itself(string seen, string meant)
    {
        Assert.Equal(LegacyEncoding.Vni, LegacyText.Detect(seen));
        Assert.Equal(meant, LegacyText.Convert(seen, LegacyEncoding.Vni));
        Assert.True(LegacyText.IsMojibake(seen));
        Assert.Equal(TextState.Clean, LegacyText.Judge(meant));
    }

    [Theory]
    [InlineData("Buôn Ma Thuột")]
    [InlineData("Krông Búk")]
    [InlineData("KRông Búk")]
    [InlineData("Čư")]
    [InlineData("Ƀuôn")]
    [InlineData("M'Đrắk, Cư Jút, Krông Pắc, Y Ngông Niê Kđăm")]
    [InlineData("Café René")]
    [InlineData("Nestlé® Việt Nam")]
    [InlineData("Nestlé")]
    [InlineData("Señor")]
    [InlineData("Crème brûlée, façade, Citroën, L'Oréal, Moët, Noël, Raúl, José, El Niño, São Paulo")]
    [InlineData("Müller, Bühler, München, Zürich, TÜV SÜD, Köln, König, Häagen-Dazs, Mövenpick")]
    [InlineData("Strøm, Søren Ångström, Bjørn, Åbo, smörgåsbord")]
    [InlineData("150.000.000 đ ± 5 %")]
    [InlineData("ø")]
    [InlineData("±")]
    [InlineData("·")]
    [InlineData("Ø 20, ø20mm, 5 µm, 30×40 cm, 25 °C, 2½ inch, ½, m², m³, a·b")]
    [InlineData("5 µm")]
    [InlineData("«Buôn Đôn»")]
    [InlineData("«Hộ A» và «Công ty B»")]
    [InlineData("«Công»")]
    [InlineData("“PHƯỜNG, XÔ, “PHƯỜNG, XÔ… XÃ’ XÃ\u00A0Ea Kar XÃ¹")]
    [InlineData("«CÁ», «cá»… «giá»–")]
    [InlineData("Thé")]
    [InlineData("Công ty¹, x¹, m¹")]
    [InlineData("5 N·m, Máy 3 kW·h, x·y, m×n – của máy")]
    [InlineData("Hé mở")]
    [InlineData("Bà H'Hé kinh doanh cà phê")]
    [InlineData("Ðắk Lắk, QÐ-UBND, Ðo lường")]
    [InlineData("nông\u00ADnghiệp")]
    [InlineData("38/QĐ-SCT")]
    [InlineData("KCDP-2024-D1-01")]
    [InlineData("\uF0B7 Mua máy")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void What_is_no_old_text_is_clean(string? text)
    {
        Assert.Equal(TextState.Clean, LegacyText.Judge(text));
        Assert.Null(LegacyText.Detect(text));
        Assert.False(LegacyText.IsMojibake(text));
    }

    [Theory]
    [InlineData("Công ty", "Ã¡")]
    [InlineData("", "HÃ¡Â»â„¢")]
    [InlineData("", "Há»™ kinh doanh")]
    [InlineData("", "Thiáº¿t bá»‹")]
    [InlineData("", "CÃ´ng ty")]
    [InlineData("", "Ä‘á»“ng")]
    [InlineData("", "H\uFFFD kinh doanh")]
    [InlineData("", "H\u0099 kinh")]
    [InlineData("", "H\uE012 kinh")]
    public void What_cannot_be_read_is_suspicious_and_not_kept(string before, string text)
    {
        Assert.Equal(TextState.Suspicious, LegacyText.Judge(before + " " + text));
        Assert.True(LegacyText.IsMojibake(before + " " + text));
    }

    // Neither is certain: asked where a workbook is read, and never refused where somebody types.
    [Theory]
    [InlineData("m¸ck")]
    [InlineData("Bø")]
    [InlineData("Loïc")]
    [InlineData("Thaï")]
    [InlineData("N·m")]
    public void What_may_be_a_name_is_asked(string text)
    {
        Assert.Equal(TextState.Suspicious, LegacyText.Judge(text));
        Assert.False(LegacyText.IsMojibake(text));
    }

    [Theory]
    [InlineData("Công ty Thaï")]
    [InlineData("Ông Loïc Bø, huyện Ea Kar")]
    public void A_strange_name_among_Unicode_is_clean(string text) => Assert.Equal(TextState.Clean, LegacyText.Judge(text));

    [Theory]
    [InlineData("Hộ kinh doanh C¬ khÝ")]
    [InlineData("Huyện Coâng")]
    public void Old_text_beside_Unicode_is_not_converted_and_not_kept(string text)
    {
        Assert.Equal(TextState.Suspicious, LegacyText.Judge(text));
        Assert.True(LegacyText.IsMojibake(text));
    }

    [Fact]
    public void A_font_of_capitals_draws_them_all() =>
        Assert.Equal("CÔNG TY ĐẮK LẮK", LegacyText.Convert("c«ng ty ®¾k l¾k", LegacyEncoding.Tcvn3, capitals: true));

    [Fact]
    public void What_a_table_does_not_know_stays()
    {
        Assert.Equal("“100 %” – Công²", LegacyText.Convert("“100 %” – C«ng²", LegacyEncoding.Tcvn3));
        Assert.Equal("“100 %” – Công²", LegacyText.Convert("“100 %” – Coâng²", LegacyEncoding.Vni));
        Assert.Equal("", LegacyText.Convert("", LegacyEncoding.Vni));
        Assert.Equal("Công".Normalize(NormalizationForm.FormC), LegacyText.Convert("C«ng", LegacyEncoding.Tcvn3));
    }

    [Fact]
    public void In_a_sheet_of_old_text_what_may_be_either_is_old_too() =>
        Assert.Equal([TextState.Tcvn3, TextState.Tcvn3, TextState.Clean, TextState.Clean, TextState.Tcvn3], LegacyText.DetectAll(["C«ng ty", "lóa", "100", null, "Bø"]));

    [Fact]
    public void In_a_sheet_of_both_what_may_be_either_is_asked() =>
        Assert.Equal([TextState.Tcvn3, TextState.Suspicious, TextState.Clean, TextState.Clean], LegacyText.DetectAll(["C«ng ty", "lóa", "Huyện", "Đắk Lắk"]));

    [Fact]
    public void Without_one_certain_text_nothing_is_taken_for_old() =>
        Assert.Equal([TextState.Clean, TextState.Clean, TextState.Clean], LegacyText.DetectAll(["lóa", "Hé", "Toàn"]));

    [Fact]
    public void Two_tables_in_one_sheet_do_not_decide_for_others() =>
        Assert.Equal([TextState.Tcvn3, TextState.Vni, TextState.Clean], LegacyText.DetectAll(["C«ng ty", "Coâng ty", "lóa"]));

    [Fact]
    public void An_unreadable_text_is_never_taken_for_old() =>
        Assert.Equal([TextState.Tcvn3, TextState.Suspicious], LegacyText.DetectAll(["C«ng ty", "H\uFFFD"]));
}
