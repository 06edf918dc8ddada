using KhuyenCong.Domain.Territory;

namespace KhuyenCong.Services.Imports.Areas;

/// <summary>
/// "Xã Tân Hòa, huyện Buôn Đôn", "xã Tân Hòa, Buôn Đôn": the district says which commune, and is not an area of its own. A bare
/// name that could be a district or one more commune is left to a person, unless the commune before lies in that district.
/// </summary>
internal sealed class DistrictNarrowing(Func<UnitName, UnitType?> typeOf)
{
    private readonly List<FoundPart> _communes = [];
    private bool _isListed;

    public void Apply(IEnumerable<FoundPart> found)
    {
        foreach (var item in found)
        {
            if (item.Part.HasOwnType) _isListed = item.Part.IsListed;
            if (item.Part is { HasOwnType: true, Level: UnitLevel.District }) District(item);
            else if (item.Part is { Inherited: true, Level: UnitLevel.Commune }) BareName(item);
            else if (item.Part.Level == UnitLevel.Commune) _communes.Add(item);
        }
    }

    private void District(FoundPart item)
    {
        // "Xã A và huyện B" are two places.
        if (!item.Part.IsApart)
        {
            foreach (var commune in _communes)
            {
                if (Inside(commune, item) is { Count: > 0 } inside)
                {
                    commune.Units = inside;
                    item.IsQualifier = true;
                }
                else if (commune.Units.Count > 0 && item.Of(UnitLevel.District).Any())
                {
                    // A commune written inside a district that has none of that name: one of the two is wrong.
                    commune.IsDoubtful = true;
                }
            }
        }

        _communes.Clear();
    }

    private void BareName(FoundPart item)
    {
        var isCommune = item.Of(UnitLevel.Commune).Any();
        if (!item.Of(UnitLevel.District).Any() || (_isListed && isCommune && IsNextOfList(item)))
        {
            _communes.Add(item);
            return;
        }

        var inside = _communes.ConvertAll(c => Inside(c, item));
        var mayQualify = inside.Count > 0 && inside.TrueForAll(i => i.Count > 0) && !item.Part.IsApart;
        if (mayQualify && (!isCommune || inside.Count == 1))
        {
            for (var i = 0; i < inside.Count; i++) _communes[i].Units = inside[i];
            _communes[^1].IsUnderstoodAs |= isCommune;
            item.IsQualifier = true;
        }
        else
        {
            item.IsDoubtful = true;
        }

        _communes.Clear();
    }

    /// <summary>"Các xã A, B": B is the second commune; whether C after them is a third or the district of both is not known.</summary>
    private bool IsNextOfList(FoundPart item) => _communes.Count > 0 && (_communes.Count == 1 || _communes.Exists(c => Inside(c, item).Count == 0));

    private List<UnitName> Inside(FoundPart commune, FoundPart district)
    {
        var districts = district.Of(UnitLevel.District).Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
        var inside = commune.Of(UnitLevel.Commune).Where(u => u.ParentName is { } parent && districts.Contains(parent)).ToList();

        // "Xã Tân Hòa, TP. BMT": the xã lies elsewhere, the city has a phường of that name; which is wrong is not known.
        return commune.Units.Any(HasItsType) && !inside.Exists(HasItsType) ? [] : inside;

        bool HasItsType(UnitName unit) => typeOf(unit) == commune.Part.Type;
    }
}
