using System.Globalization;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Plans;

/// <summary>The choices of a draft's group field.</summary>
internal static class DraftChoices
{
    public static string Of(PlanGroup group) => "g" + group.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The plan's own groups first, then the categories it has none of.</summary>
    public static IReadOnlyList<DraftChoice> Groups(IEnumerable<PlanGroup> groups, IEnumerable<ActivityCategory> categories)
    {
        var own = groups.OrderBy(g => g.Ordinal).ToList();
        var used = own.Select(g => g.CategoryId).ToHashSet();
        return
        [
            .. own.Select(g => new DraftChoice(Of(g), $"{RomanNumeral.Of(g.Ordinal)}. {g.Title}")),
            .. categories.Where(c => !used.Contains(c.Id)).Select(c => new DraftChoice("c:" + c.Code, $"Nhóm mới: {c.Title}")),
        ];
    }
}
