using CsCheck;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Whatever way a list of real units is written in, it is read as these units, or asked about; never as another.</summary>
public sealed class AreaPropertyTests
{
    [Theory]
    [InlineData("2019-01-01")]
    [InlineData("2025-01-01")]
    [InlineData("2026-01-01")]
    public void What_is_offered_to_type_is_read_as_that_unit(string day)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var areas = RealUnits.Resolver(on);
        var offered = areas.Units.Where(u => u.Level != Domain.Territory.UnitLevel.Province).Concat(areas.FormerDistricts).ToList();
        Assert.NotEmpty(offered);
        Assert.All(offered, u => Assert.Equal((u.UnitId, Services.Vi.AreaTexts.Written(u)), (Assert.Single(areas.Resolve(Services.Vi.AreaTexts.Written(u)).Units).UnitId, Services.Vi.AreaTexts.Written(u))));
    }

    [Theory]
    [InlineData("2019-01-01", 0.5)]
    [InlineData("2025-01-01", 0.5)]
    [InlineData("2026-01-01", 0.9)]
    public void A_list_of_units_is_read_as_exactly_these_or_asked_about(string day, double leastShareRead)
    {
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var units = RealUnits.On(on);
        var areas = new AreaResolver(units, on, "Tỉnh Đắk Lắk");
        var (read, all) = (0, 0);
        new WrittenAreas(units).Gen.Sample(
            written =>
            {
                all++;
                var area = areas.Resolve(written.Text);
                if (!area.IsUnderstood) return;
                read++;
                var expected = written.Units.Select(u => u.UnitId).Order();
                if (area.Kind != AreaReadingKind.Units || !area.Units.Select(u => u.UnitId).Order().SequenceEqual(expected))
                {
                    Assert.Fail($"«{written.Text}» was written for {string.Join(", ", written.Units.Select(u => u.Name))}, and read as {string.Join(", ", area.Units.Select(u => u.Name))}");
                }
            },
            iter: LongRun.Rounds(20_000, inEveryRun: 2_000), threads: 1);

        // What is always asked about proves nothing.
        Assert.True(read > all * leastShareRead, $"{read} of {all} read");
    }
}
