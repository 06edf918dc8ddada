using System.Text;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Vi;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Places as offices write them, against the real units: what lies in a commune, bare districts, the whole province.</summary>
public sealed class AreaPlacesTests
{
    private static readonly AreaResolver Areas = RealUnits.Resolver(RealUnits.Day2019);
    private static readonly AreaResolver AreasNow = RealUnits.Resolver(RealUnits.Day2026);

    [Theory]
    [InlineData("Thôn 5, xã Hòa Phú, TP Buôn Ma Thuột", "Xã Hòa Phú – Thành phố Buôn Ma Thuột", "Thôn 5")]
    [InlineData("Thôn 5 xã Hòa Phú TP. BMT", "Xã Hòa Phú – Thành phố Buôn Ma Thuột", "Thôn 5")]
    [InlineData("Buôn Ea Mtá, xã Ea Bhốk, huyện Cư Kuin", "Xã Ea BHốk – Huyện Cư Kuin", "Buôn Ea Mtá")]
    [InlineData("Tổ dân phố 5, thị trấn Ea Pốk, huyện Cư M'gar", "Thị trấn Ea Pốk – Huyện Cư M'gar", "Tổ dân phố 5")]
    [InlineData("TDP 5, TT. Ea Pốk", "Thị trấn Ea Pốk – Huyện Cư M'gar", "TDP 5")]
    [InlineData("Khối 3, phường Tân Lợi", "Phường Tân Lợi – Thành phố Buôn Ma Thuột", "Khối 3")]
    [InlineData("số 12 đường Lê Duẩn, phường Tân Lợi, TP. Buôn Ma Thuột", "Phường Tân Lợi – Thành phố Buôn Ma Thuột", "số 12 đường Lê Duẩn")]
    [InlineData("12/5 Lê Duẩn, P. Tân Lợi", "Phường Tân Lợi – Thành phố Buôn Ma Thuột", "12/5 Lê Duẩn")]
    [InlineData("KCN Hòa Phú, xã Hòa Phú, TP BMT", "Xã Hòa Phú – Thành phố Buôn Ma Thuột", "KCN Hòa Phú")]
    [InlineData("CCN Tân An 1, phường Tân An", "Phường Tân An – Thành phố Buôn Ma Thuột", "CCN Tân An 1")]
    [InlineData("CCN Tân An, TP. Buôn Ma Thuột", "Thành phố Buôn Ma Thuột", "CCN Tân An")]
    [InlineData("Cụm công nghiệp Ea Đar, huyện Ea Kar", "Huyện Ea Kar", "Cụm công nghiệp Ea Đar")]
    [InlineData("Tỉnh lộ 8, xã Quảng Tiến, huyện Cư M'gar", "Xã Quảng Tiến – Huyện Cư M'gar", "Tỉnh lộ 8")]
    [InlineData("Thôn 2, xã Ea Bhốk, huyện Cư Kuin, tỉnh Đắk Lắk", "Xã Ea BHốk – Huyện Cư Kuin", "Thôn 2")]
    [InlineData("Thôn 2, xã Ea Bhốk; thôn 3, xã Ea Tiêu", "Xã Ea BHốk – Huyện Cư Kuin; Xã Ea Tiêu – Huyện Cư Kuin", "Thôn 2; thôn 3")]
    [InlineData("Buôn Mùi, xã Cư Né,\nhuyện Krông Búk", "Xã Cư Né – Huyện Krông Búk", "Buôn Mùi")]
    public void What_lies_in_a_commune_is_kept_beside_it(string text, string units, string below)
    {
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var area = Areas.Resolve(text.Normalize(form));
            Assert.Equal((AreaReadingKind.Units, units, below), (area.Kind, AreaTexts.Of(area), area.Below));
        }
    }

    [Theory]
    [InlineData("Xã Buôn Triết", "Xã Buôn Triết – Huyện Lắk")]
    [InlineData("Buôn Triết", "Xã Buôn Triết – Huyện Lắk")]
    [InlineData("Buôn Đôn", "Huyện Buôn Đôn")]
    [InlineData("H. Buôn Đôn và H. Lắk", "Huyện Buôn Đôn; Huyện Lắk")]
    [InlineData("Buôn Đôn, huyện Lắk", "Huyện Buôn Đôn; Huyện Lắk")]
    [InlineData("TX. Buôn Hồ", "Thị xã Buôn Hồ")]
    [InlineData("TT Buôn Trấp, H. Krông Ana", "Thị trấn Buôn Trấp – Huyện Krông A Na")]
    [InlineData("Buôn Trấp", "Thị trấn Buôn Trấp – Huyện Krông A Na")]
    public void The_name_of_a_unit_is_no_hamlet(string text, string units)
    {
        var area = Areas.Resolve(text);
        Assert.Equal((AreaReadingKind.Units, units, null), (area.Kind, AreaTexts.Of(area), area.Below));
    }

    [Theory]
    [InlineData("KCN Hòa Phú", AreaReadingKind.Unknown)]
    [InlineData("KCN Hòa Phú, tỉnh Đắk Lắk", AreaReadingKind.Unknown)]
    [InlineData("Thôn 3", AreaReadingKind.Unknown)]
    [InlineData("Thôn 3, xã Sao Hỏa, huyện Lắk", AreaReadingKind.Unknown)]
    [InlineData("Buôn Đônn, huyện Lắk", AreaReadingKind.Unknown)]
    [InlineData("Trong và ngoài tỉnh", AreaReadingKind.Unknown)]
    [InlineData("TP. Hà Nội", AreaReadingKind.Unknown)]
    [InlineData("Thôn 3, xã Hòa Phú, TP. Hà Nội", AreaReadingKind.Unknown)]
    [InlineData("HTX Thôn Vàng, huyện Lắk", AreaReadingKind.Unknown)]
    [InlineData("Các huyện", AreaReadingKind.Unknown)]
    [InlineData("Các huyện, thị xã Buôn Hồ", AreaReadingKind.Unknown)]
    [InlineData("12 xã, huyện Ea Kar", AreaReadingKind.Unknown)]
    [InlineData("05 huyện trên địa bàn tỉnh", AreaReadingKind.Unknown)]
    [InlineData("5 huyện, thị xã, thành phố trên địa bàn tỉnh", AreaReadingKind.Unknown)]
    [InlineData("14 huyện, thị xã, thành phố", AreaReadingKind.Unknown)]
    [InlineData("Toàn tỉnh (trừ huyện Lắk)", AreaReadingKind.Unknown)]
    [InlineData("Toàn tỉnh (Ea Kar, Lắk)", AreaReadingKind.Unknown)]
    [InlineData("Toàn tỉnh và ngoài tỉnh", AreaReadingKind.Unknown)]
    [InlineData("Toàn tỉnh, chỉ xã nghèo", AreaReadingKind.Unknown)]
    [InlineData("Buôn Triết, xã Đắk Liêng", AreaReadingKind.Doubtful)]
    [InlineData("Ea Pốk, Cư M'gar", AreaReadingKind.Doubtful)]
    [InlineData("Huyện Cư M'gar, thị trấn Ea Pốk", AreaReadingKind.Doubtful)]
    [InlineData("xã Ea Bhốk và huyện Cư Kuin", AreaReadingKind.Doubtful)]
    [InlineData("xã Tân Lập, TP. BMT", AreaReadingKind.Doubtful)]
    public void What_is_not_certain_is_asked(string text, AreaReadingKind kind)
    {
        var area = Areas.Resolve(text);
        Assert.Equal(kind, area.Kind);
        Assert.Empty(area.Units);
    }

    [Theory]
    [InlineData("TT. Ea Pốk, Cư M'gar", "Thị trấn Ea Pốk – Huyện Cư M'gar", true)]
    [InlineData("xã Ea Bhốk, Cư Kuin", "Xã Ea BHốk – Huyện Cư Kuin", false)]
    [InlineData("xã Ea Bhốk - Cư Kuin", "Xã Ea BHốk – Huyện Cư Kuin", false)]
    [InlineData("các xã Ea Bhốk, Ea Tiêu, huyện Cư Kuin", "Xã Ea BHốk – Huyện Cư Kuin; Xã Ea Tiêu – Huyện Cư Kuin", false)]
    [InlineData("các xã Ea Bhốk, Ea Tiêu, Cư Kuin", "Xã Ea BHốk – Huyện Cư Kuin; Xã Ea Tiêu – Huyện Cư Kuin", false)]
    [InlineData("xã Ea Bhốk và Ea Tiêu", "Xã Ea BHốk – Huyện Cư Kuin; Xã Ea Tiêu – Huyện Cư Kuin", false)]
    [InlineData("xã Ea Bhốk và huyện Lắk", "Xã Ea BHốk – Huyện Cư Kuin; Huyện Lắk", false)]
    [InlineData("xã Ea Bhốk, huyện Cư Kuin và xã Cư Né, huyện Krông Búk", "Xã Ea BHốk – Huyện Cư Kuin; Xã Cư Né – Huyện Krông Búk", false)]
    [InlineData("TP. BMT", "Thành phố Buôn Ma Thuột", false)]
    [InlineData("TP.BMT", "Thành phố Buôn Ma Thuột", false)]
    [InlineData("TP BMT", "Thành phố Buôn Ma Thuột", false)]
    [InlineData("H.Krông Ana và H. Lắk", "Huyện Krông A Na; Huyện Lắk", false)]
    [InlineData("Các huyện: Krông Búk, Ea Kar", "Huyện Krông Búk; Huyện Ea Kar", false)]
    [InlineData("Huyện:\nKrông Búk\nEa Kar", "Huyện Krông Búk; Huyện Ea Kar", false)]
    [InlineData("Krông Búk/Ea Kar", "Huyện Krông Búk; Huyện Ea Kar", true)]
    [InlineData("xã Ea Bhốk, huyện Cư Kuin, Đắk Lắk", "Xã Ea BHốk – Huyện Cư Kuin", false)]
    public void Units_are_told(string text, string units, bool understoodAs)
    {
        var area = Areas.Resolve(text);
        Assert.Equal((AreaReadingKind.Units, units, understoodAs), (area.Kind, AreaTexts.Of(area), area.UnderstoodAs));
        Assert.Null(area.Below);
    }

    [Theory]
    [InlineData("xã Ea Bhốk, Ea Kar", "Xã Ea BHốk – Huyện Cư Kuin; Huyện Ea Kar; Thị trấn Ea Kar – Huyện Ea Kar")]
    [InlineData("xã Ea Bhốk - Ea Kar", "Xã Ea BHốk – Huyện Cư Kuin; Huyện Ea Kar; Thị trấn Ea Kar – Huyện Ea Kar")]
    [InlineData("xã Ea Bhốk và Ea Kar", "Xã Ea BHốk – Huyện Cư Kuin; Huyện Ea Kar; Thị trấn Ea Kar – Huyện Ea Kar")]
    [InlineData("xã Ea Bhốk, Krông Bông", "Xã Ea BHốk – Huyện Cư Kuin; Huyện Krông Bông")]
    public void A_bare_name_that_is_a_commune_or_a_district_is_asked_with_both(string text, string candidates)
    {
        var area = Areas.Resolve(text);
        Assert.Equal(AreaReadingKind.Doubtful, area.Kind);
        Assert.Equal(candidates, string.Join("; ", area.Candidates.Select(AreaTexts.Of)));
    }

    [Theory]
    [InlineData("Các huyện, thị xã, thành phố", null)]
    [InlineData("Các huyện, TX, TP", null)]
    [InlineData("13 huyện, TX, TP trên địa bàn tỉnh", null)]
    [InlineData("15 huyện, thị xã, thành phố", null)]
    [InlineData("13 huyện, 01 thị xã, 01 thành phố trên địa bàn tỉnh Đắk Lắk", null)]
    [InlineData("các huyện, thị xã, thành phố trong tỉnh", null)]
    [InlineData("Trong tỉnh", null)]
    [InlineData("Tại tỉnh Đắk Lắk", null)]
    [InlineData("Toàn tỉnh (ưu tiên xã nghèo)", "ưu tiên xã nghèo")]
    [InlineData("Toàn tỉnh, ưu tiên xã nghèo", "ưu tiên xã nghèo")]
    [InlineData("Các huyện, thị xã, thành phố trên địa bàn tỉnh - ưu tiên vùng sâu, vùng xa", "ưu tiên vùng sâu, vùng xa")]
    public void The_whole_province_is_told_and_what_is_said_besides_kept(string text, string? below)
    {
        var area = Areas.Resolve(text);
        Assert.Equal((AreaReadingKind.WholeProvince, below), (area.Kind, area.Below));
    }

    [Theory]
    [InlineData("Thôn 3, xã Krông Búk", "Xã Krông Búk – Tỉnh Đắk Lắk", "Thôn 3")]
    [InlineData("Buôn Đôn", null, null)]
    [InlineData("Xã Buôn Đôn", "Xã Buôn Đôn – Tỉnh Đắk Lắk", null)]
    [InlineData("102 xã, phường trên địa bàn tỉnh", "Toàn tỉnh", null)]
    [InlineData("Các xã, phường trên địa bàn tỉnh", "Toàn tỉnh", null)]
    [InlineData("20 xã, phường trên địa bàn tỉnh", null, null)]
    [InlineData("13 huyện, TX, TP trên địa bàn tỉnh", null, null)]
    [InlineData("Thôn 3, xã Krông Búk, huyện Krông Búk", null, null)]
    [InlineData("Huyện Cư Kuin", null, null)]
    public void Without_districts_places_are_communes(string text, string? units, string? below)
    {
        var area = AreasNow.Resolve(text);
        Assert.Equal((units, below), (AreaTexts.Of(area), area.Below));
    }
}
