using System.Text;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Imports.Areas;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

public class AreaResolverTests
{
    [Theory]
    [InlineData("Toàn tỉnh")]
    [InlineData("Trên địa bàn toàn tỉnh")]
    [InlineData("Các huyện trên địa bàn tỉnh")]
    [InlineData("Các huyện, thị xã, thành phố trên địa bàn tỉnh Đắk Lắk")]
    [InlineData("Tỉnh Đắk Lắk")]
    [InlineData("tỉnh dak lak")]
    public void The_whole_province_is_told(string text) =>
        Assert.Equal(AreaReadingKind.WholeProvince, AnnexFixture.Areas.Resolve(text).Kind);

    [Theory]
    [InlineData("Huyện Krông Búk", 10)]
    [InlineData("H. Krông Búk", 10)]
    [InlineData("H.Krông Búk", 10)]
    [InlineData("HUYỆN KRÔNG BÚK", 10)]
    [InlineData("krong buk", 10)]
    [InlineData("Huyện M'Đrắk", 11)]
    [InlineData("huyện M’Đrắk", 11)]
    [InlineData("M`Drak", 11)]
    [InlineData("MDrắk", 11)]
    [InlineData("TX Buôn Hồ", 17)]
    [InlineData("TX. Buôn Hồ", 17)]
    [InlineData("thị xã Buôn Hồ", 17)]
    [InlineData("TP. Buôn Ma Thuột", 18)]
    [InlineData("TP BMT", 18)]
    [InlineData("Krông Ana", 19)]
    [InlineData("Ea Hleo", 20)]
    [InlineData("Trên địa bàn huyện Ea H'Leo", 20)]
    [InlineData("Huyện Ea Kar, tỉnh Đắk Lắk", 14)]
    [InlineData("xã Hòa Sơn", 35)]
    [InlineData("X. Hoà Sơn", 35)]
    [InlineData("xã Tân Hòa - huyện Buôn Đôn", 33)]
    [InlineData("Phường Tân Hoà", 34)]
    [InlineData("xã Tân Lập, huyện Krông Năng", 38)]
    [InlineData("xã Tân Lập huyện Krông Năng", 38)]
    [InlineData("xã Tân Lập (huyện Krông Búk)", 37)]
    [InlineData("TT. Ea Kar", 30)]
    [InlineData("xã Ea Kar, huyện Ea Kar", 30)]
    public void One_unit_is_told(string text, int unitId)
    {
        Assert.Equal(unitId, Assert.Single(AnnexFixture.Areas.Resolve(text).Units).UnitId);
        Assert.Equal(unitId, Assert.Single(AnnexFixture.Areas.Resolve(text.Normalize(NormalizationForm.FormD)).Units).UnitId);
    }

    [Theory]
    [InlineData("Huyện Cư M'gar, Huyện Krông Năng", new[] { 15, 12 })]
    [InlineData("các huyện Krông Búk, Ea Kar", new[] { 10, 14 })]
    [InlineData("02 huyện: Krông Búk; Ea Kar", new[] { 10, 14 })]
    [InlineData("Huyện Krông Búk\nHuyện Ea Kar", new[] { 10, 14 })]
    [InlineData("Krông Búk và Ea Kar", new[] { 10, 14 })]
    [InlineData("huyện Krông Búk - Ea Kar", new[] { 10, 14 })]
    [InlineData("huyện Krông Búk, thị xã Buôn Hồ, TP. Buôn Ma Thuột", new[] { 10, 17, 18 })]
    [InlineData("huyện Krông Búk, huyện Krông Búk", new[] { 10 })]
    [InlineData("xã Tân Lập, xã Pơng Drang, huyện Krông Búk", new[] { 37, 39 })]
    [InlineData("xã Tân Lập, huyện Krông Năng, huyện Krông Búk", new[] { 38, 10 })]
    [InlineData("các xã Hòa Sơn, Ea Kar", new[] { 35, 30 })]
    public void Several_units_are_told(string text, int[] unitIds) =>
        Assert.Equal(unitIds, AnnexFixture.Areas.Resolve(text).Units.Select(u => u.UnitId));

    [Theory]
    [InlineData("Krông Búk", true)]
    [InlineData("Ea Kar", true)]
    [InlineData("Huyện Krông Búk", false)]
    [InlineData("Krông Năng", false)]
    [InlineData("Krông Búk, huyện Ea Kar", true)]
    [InlineData("phường Pơng Drang", true)]
    [InlineData("Pơng Drang", false)]
    public void A_bare_name_of_a_district_and_a_commune_is_the_district_and_says_so(string text, bool understoodAs) =>
        Assert.Equal(understoodAs, AnnexFixture.Areas.Resolve(text).UnderstoodAs);

    [Theory]
    [InlineData("xã Tân Lập", new[] { 37, 38 })]
    [InlineData("Tân Lập", new[] { 37, 38 })]
    [InlineData("xã Hòa Sơn, huyện Ea Kar", new[] { 35, 14 })]
    [InlineData("huyện Pơng Drang", new[] { 39 })]
    [InlineData("Đắk Lắk, huyện Ea Kar", new[] { 1, 14 })]
    public void What_several_units_could_be_is_left_to_a_person(string text, int[] candidates)
    {
        var area = AnnexFixture.Areas.Resolve(text);
        Assert.Equal(AreaReadingKind.Doubtful, area.Kind);
        Assert.Empty(area.Units);
        Assert.Equal(candidates, area.Candidates.Select(u => u.UnitId));
    }

    [Theory]
    [InlineData("huyện Krông Búkk", new[] { 10, 32 })]
    [InlineData("xã Krông Búkk", new[] { 32, 10 })]
    [InlineData("Krông Búkk", new[] { 10, 32 })]
    [InlineData("huyện Krông Xyz", new int[0])]
    [InlineData("huyện Krông Bônggg", new[] { 13 })]
    public void What_is_suggested_is_near_and_of_the_written_kind_first(string text, int[] suggested) =>
        Assert.Equal(suggested, AnnexFixture.Areas.Resolve(text).Candidates.Select(u => u.UnitId));

    [Fact]
    public void A_text_of_two_thousand_letters_is_read_and_a_longer_one_is_not()
    {
        var text = "huyện Ea Kar" + string.Concat(Enumerable.Repeat(", huyện Ea Kar", 142));
        Assert.Equal(2000, text.Length);
        Assert.Equal(14, Assert.Single(AnnexFixture.Areas.Resolve(text).Units).UnitId);
        Assert.Equal(AreaReadingKind.Unknown, AnnexFixture.Areas.Resolve(text + " ").Kind);
    }

    [Fact]
    public void The_last_day_of_a_unit_is_still_its_own()
    {
        Assert.Equal(10, Assert.Single(new AreaResolver(AnnexFixture.Units, new DateOnly(2025, 6, 30)).Resolve("Huyện Krông Búk").Units).UnitId);
        Assert.Throws<ArgumentNullException>(() => new AreaResolver(null!, AnnexFixture.Day2024));
    }

    [Fact]
    public void A_near_miss_is_only_suggested()
    {
        var area = AnnexFixture.Areas.Resolve("Huyện Krông Bôngg");
        Assert.Equal(AreaReadingKind.Unknown, area.Kind);
        Assert.Empty(area.Units);
        Assert.Equal(13, area.Candidates[0].UnitId);
        Assert.True(area.Candidates.Count <= 3);
    }

    [Theory]
    [InlineData("Huyện Đức Trọng")]
    [InlineData("huyện")]
    [InlineData("123")]
    [InlineData("Krông Búk, Xyz")]
    [InlineData("?")]
    public void A_name_of_no_unit_is_unknown(string text) =>
        Assert.Equal(AreaReadingKind.Unknown, AnnexFixture.Areas.Resolve(text).Kind);

    [Fact]
    public void Only_units_valid_on_the_day_count()
    {
        var after = new AreaResolver(AnnexFixture.Units, new DateOnly(2025, 7, 1));
        Assert.Equal(51, Assert.Single(after.Resolve("Xã Krông Búk").Units).UnitId);

        // The bare name was a district's as well.
        Assert.Equal([51, 10], after.Resolve("Krông Búk").Candidates.Select(u => u.UnitId));
        Assert.Equal(AreaReadingKind.Doubtful, after.Resolve("Huyện Krông Búk").Kind);
        Assert.Equal(AreaReadingKind.Unknown, after.Resolve("Huyện Ea Kar").Kind);
    }

    [Theory]
    [InlineData("Huyện Ea Kar (cấp huyện, chưa xác định xã)", "14")]
    [InlineData("Cấp huyện, chưa xác định xã – Huyện Ea Kar", "14")]
    [InlineData("ea kar (cap huyen, chua xac dinh xa); Xã Krông Búk", "14 51")]
    [InlineData("Huyện Ea Kar (cấp huyện, chưa xác định xã); Huyện M'Đrắk (cấp huyện, chưa xác định xã)", "14 11")]
    public void A_district_that_has_ended_is_named_in_words_alone(string text, string units) =>
        Assert.Equal(units, string.Join(' ', new AreaResolver(AnnexFixture.Units, new DateOnly(2026, 1, 1)).Resolve(text).Units.Select(u => u.UnitId)));

    [Theory]
    [InlineData("Huyện Ea Kar", "Huyện Ea Kar (cấp huyện, chưa xác định xã)")]
    [InlineData("Ea Kar", "Huyện Ea Kar (cấp huyện, chưa xác định xã)")]
    [InlineData("Huyện Krông Búk", "Xã Krông Búk – Tỉnh Đắk Lắk; Huyện Krông Búk (cấp huyện, chưa xác định xã)")]
    [InlineData("Huyện Lạ (cấp huyện, chưa xác định xã)", "")]
    [InlineData("Xã Lạ; Huyện Ea Kar (cấp huyện, chưa xác định xã)", "")]
    [InlineData("Toàn tỉnh; Huyện Ea Kar (cấp huyện, chưa xác định xã)", "")]
    public void Otherwise_it_is_asked_and_offered(string text, string offered)
    {
        var area = new AreaResolver(AnnexFixture.Units, new DateOnly(2026, 1, 1)).Resolve(text);
        Assert.False(area.IsUnderstood);
        Assert.Equal(offered, string.Join("; ", area.Candidates.Select(Services.Vi.AreaTexts.Of)));
    }

    [Fact]
    public void While_there_are_districts_none_has_ended() =>
        Assert.False(AnnexFixture.Areas.FormerDistricts.Any());

    [Fact]
    public void Another_province_is_never_the_whole_province()
    {
        var units = AnnexFixture.Units.Append(new UnitName(2, "Tỉnh Phú Yên", UnitLevel.Province, new(1900, 1, 1), new(2025, 6, 30), null, [])).ToList();
        var home = new AreaResolver(units, AnnexFixture.Day2024, "Tỉnh Đắk Lắk");
        Assert.Equal(AreaReadingKind.WholeProvince, home.Resolve("Tỉnh Đắk Lắk").Kind);
        Assert.Equal(AreaReadingKind.WholeProvince, home.Resolve("Các huyện trên địa bàn tỉnh Đắk Lắk").Kind);
        Assert.Equal(AreaReadingKind.Doubtful, home.Resolve("Tỉnh Phú Yên").Kind);
        Assert.NotEqual(AreaReadingKind.WholeProvince, home.Resolve("Các huyện trên địa bàn tỉnh Phú Yên").Kind);
        Assert.Equal(AreaReadingKind.Doubtful, new AreaResolver(units, AnnexFixture.Day2024).Resolve("Tỉnh Đắk Lắk").Kind);
    }

    [Theory]
    [InlineData("xã Hòa Đông", 1)]
    [InlineData("xã Hoà Đồng", 2)]
    [InlineData("xã hoa dong", null)]
    [InlineData("xã Tiến Hòa", 3)]
    [InlineData("xã Tíên Hoà", 3)]
    [InlineData("xã Tiền Hòa", 4)]
    public void Names_that_differ_by_a_tone_are_told_apart_by_it_wherever_in_the_syllable_it_is_written(string text, int? unitId)
    {
        var units = new[] { "Hòa Đông", "Hòa Đồng", "Tiến Hòa", "Tiền Hòa" }.Select((name, i) => new UnitName(i + 1, "Xã " + name, UnitLevel.Commune, new(1900, 1, 1), null, null, []));
        var area = new AreaResolver([.. units], AnnexFixture.Day2024).Resolve(text);
        Assert.Equal(unitId is null ? AreaReadingKind.Doubtful : AreaReadingKind.Units, area.Kind);
        Assert.Equal(unitId is { } id ? [id] : [], area.Units.Select(u => u.UnitId));
    }

    [Fact]
    public void Nothing_is_missing() => Assert.Equal(AreaReadingKind.Missing, AnnexFixture.Areas.Resolve(" \n").Kind);
}
