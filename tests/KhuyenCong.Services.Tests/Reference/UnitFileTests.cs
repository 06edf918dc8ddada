using System.Text;
using KhuyenCong.Data.Reference;
using KhuyenCong.Domain.Territory;
using Xunit;

namespace KhuyenCong.Services.Tests.Reference;

public class UnitFileTests
{
    private static readonly DateOnly Reform = new(2025, 7, 1);
    private static readonly IReadOnlyList<UnitRow> Units = ReferenceFiles.Units();
    private static readonly ILookup<UnitKey, UnitRow> ByKey = Units.ToLookup(unit => unit.Key);

    [Theory]
    [InlineData(UnitLevel.Province, 3)]
    [InlineData(UnitLevel.District, 24)]
    [InlineData(UnitLevel.Commune, 402)]
    public void The_file_holds_429_units_of_three_levels(UnitLevel level, int count)
    {
        Assert.Equal(429, Units.Count);
        Assert.Equal(count, Units.Count(unit => unit.Level == level));
    }

    [Fact]
    public void From_July_2025_there_are_88_communes_and_14_wards_under_the_province()
    {
        var communes = Units.Where(unit => unit.Level == UnitLevel.Commune && unit.Key.ValidFrom == Reform).ToList();

        Assert.Equal(88, communes.Count(unit => unit.Name.StartsWith("Xã ", StringComparison.Ordinal)));
        Assert.Equal(14, communes.Count(unit => unit.Name.StartsWith("Phường ", StringComparison.Ordinal)));
        Assert.All(communes, unit => Assert.Equal(new UnitKey("66", Reform), unit.Parent));
        Assert.All(communes, unit => Assert.Null(unit.ValidTo));
    }

    [Fact]
    public void Before_July_2025_Dak_Lak_has_15_districts_and_Phu_Yen_9()
    {
        var districts = Units.Where(unit => unit.Level == UnitLevel.District).ToList();

        Assert.Equal(15, districts.Count(unit => unit.Parent == new UnitKey("66", AdministrativeUnit.Ever)));
        Assert.Equal(9, districts.Count(unit => unit.Parent == new UnitKey("54", AdministrativeUnit.Ever)));
        Assert.All(districts, unit => Assert.Equal(Reform.AddDays(-1), unit.ValidTo));
    }

    [Fact]
    public void A_key_names_one_unit() =>
        Assert.All(ByKey, units => Assert.Single(units));

    [Fact]
    public void Validities_of_a_reused_code_do_not_overlap()
    {
        var pairs = Units.GroupBy(unit => unit.Key.Code, StringComparer.Ordinal)
            .SelectMany(units => units.OrderBy(unit => unit.Key.ValidFrom).Zip(units.OrderBy(unit => unit.Key.ValidFrom).Skip(1)))
            .ToList();

        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.True(pair.First.ValidTo < pair.Second.Key.ValidFrom, pair.First.ToString()));
    }

    [Fact]
    public void No_unit_ends_before_it_begins() =>
        Assert.All(Units, unit => Assert.True(unit.ValidTo is null || unit.Key.ValidFrom <= unit.ValidTo, unit.ToString()));

    [Fact]
    public void A_parent_is_one_unit_of_a_higher_level_valid_all_the_time() =>
        Assert.All(Units, unit =>
        {
            if (unit.Level == UnitLevel.Province)
            {
                Assert.Null(unit.Parent);
                return;
            }

            var parent = Assert.Single(ByKey[unit.Parent!.Value]);
            Assert.True(parent.Level < unit.Level, unit.ToString());
            Assert.True(parent.Key.ValidFrom <= unit.Key.ValidFrom, unit.ToString());
            Assert.True(parent.ValidTo is null || unit.ValidTo <= parent.ValidTo, unit.ToString());
        });

    [Fact]
    public void A_successor_is_one_unit_that_begins_the_day_after() =>
        Assert.All(Units.SelectMany(unit => unit.Successors.Select(successor => (Unit: unit, Successor: successor))), pair =>
        {
            Assert.Single(ByKey[pair.Successor]);
            Assert.Equal(pair.Unit.ValidTo!.Value.AddDays(1), pair.Successor.ValidFrom);
        });

    [Fact]
    public void Only_the_four_unverified_mergers_of_2024_leave_an_ended_unit_without_successor() =>
        Assert.Equal(
            ["22021", "22027", "22039", "22048"],
            Units.Where(unit => unit.ValidTo is not null && unit.Successors.Count == 0).Select(unit => unit.Key.Code).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

    [Fact]
    public void A_former_district_is_one_district_and_before_the_reform_the_parent() =>
        Assert.All(Units.Where(unit => unit.FormerDistrict is not null), unit =>
        {
            var district = Assert.Single(Units, other => other.Key.Code == unit.FormerDistrict);
            Assert.Equal(UnitLevel.District, district.Level);
            Assert.Equal(UnitLevel.Commune, unit.Level);
            if (unit.Key.ValidFrom < Reform)
                Assert.Equal(district.Key, unit.Parent);
            else
                Assert.Contains(unit.Key, district.Successors);
        });

    [Fact]
    public void Each_of_old_Dak_Laks_68_new_units_lies_in_one_former_district()
    {
        var districts = Units.Where(unit => unit.Parent == new UnitKey("66", AdministrativeUnit.Ever)).ToList();
        var newUnits = districts.SelectMany(district => district.Successors).ToList();

        Assert.Equal(68, newUnits.Count);
        Assert.Equal(68, newUnits.Distinct().Count());
        Assert.All(newUnits, key => Assert.NotNull(ByKey[key].Single().FormerDistrict));
    }

    [Fact]
    public void Only_two_wards_of_the_Phu_Yen_side_span_several_former_districts() =>
        Assert.Equal(
            [new UnitKey("22015", Reform), new UnitKey("22240", Reform)],
            Units.Where(unit => unit.Level == UnitLevel.Commune && unit.FormerDistrict is null).Select(unit => unit.Key).OrderBy(key => key.Code, StringComparer.Ordinal));

    [Fact]
    public void Aliases_name_known_units_by_another_spelling()
    {
        var aliases = ReferenceFiles.UnitAliases();

        Assert.Equal(54, aliases.Count);
        Assert.Equal(54, aliases.Distinct().Count());
        Assert.All(aliases, alias => Assert.NotEqual(alias.Alias, Assert.Single(ByKey[alias.Unit]).Name, StringComparer.Ordinal));
    }

    [Fact]
    public void Names_and_aliases_are_NFC_without_outer_spaces() =>
        Assert.All(Units.Select(unit => unit.Name).Concat(ReferenceFiles.UnitAliases().Select(alias => alias.Alias)), text =>
        {
            Assert.True(text.IsNormalized(NormalizationForm.FormC), text);
            Assert.Equal(text.Trim(), text);
        });
}
