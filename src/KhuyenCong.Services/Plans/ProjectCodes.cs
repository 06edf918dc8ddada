using System.Globalization;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.Services.Plans;

/// <summary>Codes of projects within the portal: "KC-2024-D1-07"; a number is never given twice while its holder exists.</summary>
internal static class ProjectCodes
{
    public static string Of(Plan plan, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"KC-{plan.Year}-{plan.Tranche.ShortCode}-{number:00}");

    /// <summary>The code after the highest one; the plan's groups and projects must be loaded.</summary>
    public static string Next(Plan plan)
    {
        var highest = plan.Groups.SelectMany(g => g.Projects).Select(p => Number(p.Code)).DefaultIfEmpty(0).Max();
        return Of(plan, highest + 1);
    }

    private static int Number(string code) =>
        int.TryParse(code.Split('-')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
