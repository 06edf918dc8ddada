using System.Globalization;
using KhuyenCong.Domain.Adjustments;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Money;

namespace KhuyenCong.Services.Approvals;

/// <summary>What a submitted text makes of the budgets: told from what is signed, not from what may have moved since.</summary>
internal static class CanonicalBudget
{
    /// <summary>By year and source; a project that is carried over takes its budget along.</summary>
    public static IReadOnlyList<BudgetMove> Of(string canonical)
    {
        var lines = CanonicalText.Read(canonical);
        var carried = lines.Where(l => l.Path.EndsWith(".kind", StringComparison.Ordinal) && l.Value == nameof(AdjustmentKind.MoveToNextYear))
            .Select(l => l.Path.Replace(".kind", ".of", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var along = lines.Where(l => carried.Contains(l.Path)).Select(l => l.Value).ToHashSet(StringComparer.Ordinal);
        return BudgetMove.Sum(lines.Select(l => Share(l.Path, l.Value, along)).OfType<BudgetMove>());
    }

    /// <summary>The shares of each project afterwards.</summary>
    public static IReadOnlyList<ProjectMove> Projects(string canonical)
    {
        var lines = CanonicalText.Read(canonical);
        var stopped = lines.Where(l => l.Path.EndsWith(".kind", StringComparison.Ordinal) && l.Value == nameof(AdjustmentKind.StopProject))
            .Select(l => l.Path.Replace(".kind", ".of", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var ending = lines.Where(l => stopped.Contains(l.Path)).Select(l => l.Value).ToHashSet(StringComparer.Ordinal);
        var shares = lines.Select(l => (l.Path, Move: Share(l.Path, l.Value, []))).Where(l => l.Move is not null).ToList();
        return
        [
            .. shares.GroupBy(l => l.Path.Split('.')[1], StringComparer.Ordinal).Select(g => new ProjectMove(
                g.Any(l => IsBefore(l.Path)) ? g.Key : null,
                [.. g.Where(l => !IsBefore(l.Path)).Select(l => (l.Move!.Source, l.Move.Year, l.Move.Allocated))], ending.Contains("project." + g.Key))),
        ];

        static bool IsBefore(string path) => path.Split('.')[^4] == "before";
    }

    // «project.KC-2024-D1-07.before.support.Local.2024»; a plan's projects have neither «before» nor «after».
    private static BudgetMove? Share(string path, string value, HashSet<string> along)
    {
        var parts = path.Split('.');
        if (parts.Length < 5 || parts[0] != "project" || parts[^3] != "support" || !Enum.TryParse<FundingSource>(parts[^2], out var source)
            || !int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var dong)) return null;
        var change = new Vnd(parts[^4] == "before" ? -dong : dong);
        return new BudgetMove(year, source, change, along.Contains($"{parts[0]}.{parts[1]}") ? change : Vnd.Zero);
    }
}
