using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;

namespace KhuyenCong.TestSupport.Scenes;

/// <summary>Plans, projects, adjustments and money of two years by chance, repeatable by the seed.</summary>
public sealed class RandomBudget(BudgetScene scene, int seed)
{
    private static readonly string[] Categories = ["ND1", "ND2", "ND3", "ND4", "ND6", "ND7", "ND9", "ND10"];
    private readonly Random _random = new(seed);

    /// <summary>The plans of 2024.</summary>
    public IReadOnlyList<int> Plans { get; private set; } = [];

    public async Task SaveAsync(int projects)
    {
        var plans = new[] { 2023, 2024 }.SelectMany(year => new[] { Tranche.Numbered(1), Tranche.Numbered(2), Tranche.Supplement() }.Select((tranche, at) =>
            (Year: year, Plan: scene.Plan(year, tranche, Day(year), $"{seed}-{year}-{at}/QĐ-SCT", isDateKnown: at != 0)))).ToList();
        for (var number = 0; number < projects; number++)
        {
            var (year, plan) = plans[_random.Next(plans.Count)];
            Fill(plan.Project(Categories[_random.Next(Categories.Length)]), year, plan);
        }

        foreach (var source in Enum.GetValues<FundingSource>())
        {
            for (var paper = 0; paper < 3; paper++) scene.Allotted(2024, source, new Vnd(Dong(3_000_000_000)), paper == 0 ? null : Day(2024));
        }

        await scene.SaveAsync();
        Plans = [.. plans.Where(p => p.Year == 2024).Select(p => p.Plan.Id)];
    }

    /// <summary>A day of the year.</summary>
    public DateOnly Day(int year) => new DateOnly(year, 1, 1).AddDays(_random.Next(319));

    private void Fill(SceneProject project, int year, ScenePlan plan)
    {
        var kind = _random.Next(10);
        if (kind == 0) project.InWholeProvince();
        else project.In([.. _random.GetItems([.. scene.Units], kind < 7 ? 1 : kind - 5).DistinctBy(u => u.Id)]);

        var local = _random.Next(4) == 0 ? 0 : Dong(400_000_000);
        var national = local == 0 || _random.Next(5) == 0 ? Dong(300_000_000) : 0;
        project.Costing(local, national, _random.Next(2) * Dong(900_000_000), _random.Next(3) == 0 ? Dong(50_000_000) : 0);
        if (_random.Next(4) == 0)
            project.AdjustedBy(plan.Adjustment($"{seed}-{Guid.NewGuid():N}/QĐ", new DateOnly(year, 12, 1).AddDays(-_random.Next(60))), local + Dong(90_000_000), national, Dong(9_000_000));

        var (support, contracted) = (local + national, local + national);
        if (_random.Next(2) == 0) project.Contracted(Day(year), contracted = 1 + (support / 2) + _random.NextInt64(support / 2));
        var advance = _random.NextInt64(contracted) / 2;
        if (advance > 0 && _random.Next(3) > 0)
        {
            project.Advanced(Day(year), advance).Paid(Day(year), 1 + (advance / 3)).Money(MoneyEntryKind.Payment, Day(year), 1 + (advance / 7), posted: null);
            if (_random.Next(3) == 0) project.Recovered(Day(year), 1 + (advance / 5));

            // No less is accepted than is out or on its way.
            var spent = advance + 1 + (advance / 3) + 1 + (advance / 7);
            if (_random.Next(2) == 0) project.Reported(Day(year), _random.Next(101)).Accepted(Day(year), spent + _random.NextInt64(support - spent + 1));
        }
    }

    // Whole đồng that no rounding to thousands or millions would leave alone.
    private long Dong(long most) => 1 + _random.NextInt64(most);
}
