using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Services.Reports;

/// <summary>
/// Brings each project to one line by area, so that it is counted once: by former district or by the communes of
/// 01/07/2025. Nothing is spread over several lines.
/// </summary>
public sealed class AreaRollup(AreaView view, IReadOnlyDictionary<int, AreaUnit> units)
{
    private static readonly AreaGroup Several = new(AreaGroupKind.Several, null, "Nhiều địa bàn");
    private static readonly AreaGroup WholeProvince = new(AreaGroupKind.WholeProvince, null, "Toàn tỉnh");
    private static readonly AreaGroup Unset = new(AreaGroupKind.Unset, null, "Chưa xác định địa bàn");

    public AreaGroup LineOf(AreaPlace place)
    {
        if (place.Scope == AreaScope.WholeProvince) return WholeProvince;
        if (place.Scope == AreaScope.Unset || place.UnitIds.Count == 0) return Unset;

        var named = place.UnitIds.Select(id => units[id]).ToList();
        var lines = named.Select(LineOf).Distinct().ToList();
        if (lines.Count == 1) return lines[0];
        if (lines.Contains(WholeProvince)) return WholeProvince;
        return view == AreaView.Commune && OnlyDistrict(named) is { } district
            ? new AreaGroup(AreaGroupKind.SeveralInDistrict, district.Id, "Nhiều xã, phường – " + district.Name, district.Name)
            : Several;
    }

    private AreaGroup LineOf(AreaUnit unit) => unit.Level switch
    {
        UnitLevel.Province => WholeProvince,
        UnitLevel.District when view == AreaView.Commune =>
            new AreaGroup(AreaGroupKind.DistrictOnly, unit.Id, "Cấp huyện, chưa xác định xã – " + unit.Name, unit.Name),
        UnitLevel.District => new AreaGroup(AreaGroupKind.Unit, unit.Id, unit.Name),
        UnitLevel.Commune => view == AreaView.Commune ? CommuneLine(unit) : DistrictLine(unit),
    };

    private AreaGroup DistrictLine(AreaUnit commune) => FormerDistrict(commune) is { } district
        ? new AreaGroup(AreaGroupKind.Unit, district.Id, district.Name)
        : new AreaGroup(AreaGroupKind.Ambiguous, commune.Id, commune.Name + " (thuộc nhiều huyện cũ)");

    private AreaGroup CommuneLine(AreaUnit commune)
    {
        var today = Heirs(commune, []).Distinct().ToList();
        var district = FormerDistrict(commune)?.Name;
        return today switch
        {
            [{ ValidTo: null } heir] => new AreaGroup(AreaGroupKind.Unit, heir.Id, heir.Name, FormerDistrict(heir)?.Name),
            [_] => new AreaGroup(AreaGroupKind.Ambiguous, commune.Id, commune.Name + " (cũ, chưa rõ xã mới)", district),
            _ => new AreaGroup(AreaGroupKind.Ambiguous, commune.Id, commune.Name + " (cũ, thuộc nhiều xã mới)", district),
        };
    }

    // A commune of before 01/11/2024 became another before it became one of 2025. Some codes succeed themselves.
    private IEnumerable<AreaUnit> Heirs(AreaUnit unit, HashSet<int> seen)
    {
        if (!seen.Add(unit.Id)) return [];
        return unit.ValidTo is null || unit.SuccessorIds.Count == 0
            ? [unit]
            : unit.SuccessorIds.SelectMany(id => Heirs(units[id], seen));
    }

    private AreaUnit? OnlyDistrict(IReadOnlyList<AreaUnit> named)
    {
        var districts = named.Select(u => u.Level == UnitLevel.District ? u : FormerDistrict(u)).Distinct().ToList();
        return districts.Count == 1 ? districts[0] : null;
    }

    private AreaUnit? FormerDistrict(AreaUnit commune)
    {
        if (commune.FormerDistrictId is { } former) return units[former];
        return commune.ParentId is { } parent && units[parent].Level == UnitLevel.District ? units[parent] : null;
    }
}
