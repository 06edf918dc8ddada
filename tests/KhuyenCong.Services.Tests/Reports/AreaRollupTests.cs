using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Territory;
using KhuyenCong.Services.Reports;
using KhuyenCong.TestSupport;
using KhuyenCong.TestSupport.Scenes;
using Xunit;

namespace KhuyenCong.Services.Tests.Reports;

/// <summary>DOMAIN §2.2 on the real register of units.</summary>
public class AreaRollupTests
{
    private static readonly DateOnly Old = new(2024, 1, 1);
    private static readonly DateOnly New = new(2025, 7, 1);

    [Fact]
    public Task A_district_is_its_own_line_and_among_communes_a_line_of_its_own() => ExpectAsync(
        scene => [scene.Unit("Huyện Krông Búk", Old)],
        "Huyện Krông Búk", "Cấp huyện, chưa xác định xã – Huyện Krông Búk");

    [Fact]
    public Task The_new_commune_of_the_same_name_is_another_unit_in_the_same_district() => ExpectAsync(
        scene => [scene.Unit("Xã Krông Búk", New)], "Huyện Krông Búk", "Xã Krông Búk");

    [Fact]
    public Task The_old_commune_of_the_same_name_lies_in_another_district() => ExpectAsync(
        scene => [scene.Unit("Xã KRông Búk", Old)], "Huyện Krông Pắc", "Xã Ea Kly");

    [Fact]
    public Task A_commune_that_changed_twice_is_followed_to_the_end() => ExpectAsync(
        scene => [OldUnit(scene, "24127")], "Thành phố Buôn Ma Thuột", "Phường Buôn Ma Thuột");

    [Fact]
    public Task A_commune_that_was_divided_keeps_its_own_line_among_the_new_ones() => ExpectAsync(
        scene => [OldUnit(scene, "22225")], "Huyện Sông Hinh", "Xã EaBar (cũ, thuộc nhiều xã mới)");

    [Fact]
    public Task A_commune_without_verified_successor_keeps_its_own_line() => ExpectAsync(
        scene => [OldUnit(scene, "22027")], "Thành phố Tuy Hoà", "Phường 3 (cũ, chưa rõ xã mới)");

    [Fact]
    public Task A_new_commune_over_several_old_districts_keeps_its_own_line_among_them() => ExpectAsync(
        scene => [scene.Unit("Phường Phú Yên", New)], "Phường Phú Yên (thuộc nhiều huyện cũ)", "Phường Phú Yên");

    [Fact]
    public Task Several_districts_are_one_line() => ExpectAsync(
        scene => [scene.Unit("Huyện Ea Kar", Old), scene.Unit("Huyện M'Đrắk", Old)], "Nhiều địa bàn", "Nhiều địa bàn");

    [Fact]
    public Task Several_communes_of_a_district_are_that_district() => ExpectAsync(
        scene => [scene.Unit("Xã Krông Búk", New), scene.Unit("Xã Pơng Drang", New)],
        "Huyện Krông Búk", "Nhiều xã, phường – Huyện Krông Búk");

    [Fact]
    public Task Several_communes_of_several_districts_are_several_areas() => ExpectAsync(
        scene => [scene.Unit("Xã Krông Búk", New), scene.Unit("Xã Ea Kar", New)], "Nhiều địa bàn", "Nhiều địa bàn");

    [Fact]
    public Task A_commune_together_with_its_district_is_the_district() => ExpectAsync(
        scene => [scene.Unit("Huyện Krông Búk", Old), scene.Unit("Xã Krông Búk", New)],
        "Huyện Krông Búk", "Nhiều xã, phường – Huyện Krông Búk");

    [Fact]
    public Task Old_communes_that_became_one_are_that_one() => ExpectAsync(
        scene => [OldUnit(scene, "24127"), OldUnit(scene, "24133")], "Thành phố Buôn Ma Thuột", "Phường Buôn Ma Thuột");

    [Fact]
    public Task The_province_as_a_unit_is_the_whole_province() => ExpectAsync(
        scene => [scene.Unit("Tỉnh Đắk Lắk", Old)], "Toàn tỉnh", "Toàn tỉnh");

    [Fact]
    public async Task Every_unit_of_the_register_has_a_line_in_both_views()
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        var plan = scene.Plan(2024, Tranche.Numbered(1), Old, "38/QĐ-SCT");
        foreach (var unit in scene.Units) plan.Project().In(unit).Costing(local: 1);
        plan.Project().InWholeProvince().Costing(local: 1);
        plan.Project().Costing(local: 1);
        await scene.SaveAsync();

        var districts = await ReadAsync(portal, AreaView.FormerDistrict);
        var communes = await ReadAsync(portal, AreaView.Commune);
        Assert.Equal(scene.Units.Count + 2, districts.Total.Projects);
        Assert.Equal(24, districts.ByArea.Count(l => l.Label.StartsWith("Huyện", StringComparison.Ordinal) || l.Label.StartsWith("Thị xã", StringComparison.Ordinal) || l.Label.StartsWith("Thành phố", StringComparison.Ordinal)));
        Assert.Equal(102, communes.ByArea.Count(l => l.UnitId is not null && !l.Label.Contains('(')));
        Assert.Equal(["Toàn tỉnh", "Chưa xác định địa bàn"], districts.ByArea.TakeLast(2).Select(l => l.Label));
    }

    private static AdministrativeUnit OldUnit(BudgetScene scene, string code) => scene.Units.Single(u => u.Code == code && u.IsValidOn(Old));

    private static async Task ExpectAsync(Func<BudgetScene, AdministrativeUnit[]> units, string byDistrict, string byCommune)
    {
        await using var portal = await TestPortal.StartAsync();
        var scene = await BudgetScene.OpenAsync(portal);
        scene.Plan(2024, Tranche.Numbered(1), Old, "38/QĐ-SCT").Project().In(units(scene)).Costing(local: 5);
        await scene.SaveAsync();
        Assert.Equal((byDistrict, new Vnd(5)), (await ReadAsync(portal, AreaView.FormerDistrict)).ByArea.Select(l => (l.Label, l.Figures.Support)).Single());
        Assert.Equal((byCommune, new Vnd(5)), (await ReadAsync(portal, AreaView.Commune)).ByArea.Select(l => (l.Label, l.Figures.Support)).Single());
    }

    private static async Task<BudgetSummary> ReadAsync(TestPortal portal, AreaView view)
    {
        var manager = await portal.PersonAsync("Quản lý", Role.Manager);
        return (await portal.UseAsync<BudgetSummaryService, Result<BudgetSummary>>(
            s => s.ReadAsync(manager, new() { Year = 2024, AreaView = view }, CancellationToken.None))).Value;
    }
}
