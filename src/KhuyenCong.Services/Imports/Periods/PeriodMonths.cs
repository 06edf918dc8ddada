namespace KhuyenCong.Services.Imports.Periods;

/// <summary>What written points say together: which months, in which year.</summary>
internal static class PeriodMonths
{
    public static PeriodReading Of(List<List<PeriodPoint>> items, int? planYear)
    {
        var written = items.SelectMany(i => i).ToList();
        if (written.Exists(p => p.IsDuration)) return PeriodReading.Failed(PeriodProblem.Duration);
        if (items.Count > 1 && written.Exists(p => p.Kind == PeriodKind.Day)) return PeriodReading.Failed(PeriodProblem.Unreadable);
        if (WhyOnlyNumbersFail(items, planYear) is { } failed) return failed;
        if (WithKinds(written) is not { } points) return PeriodReading.Failed(PeriodProblem.Unreadable);

        points = WithYearsOfTheNext(points);
        if (points.Select(p => p.Problem).FirstOrDefault(p => p is not null) is { } problem) return PeriodReading.Failed(problem);
        var assumed = points.Exists(p => p.Year is null);
        if (assumed)
        {
            // "T10/2023 - T2" goes on into a year that nobody wrote; only where the plan's year is the same is it known.
            if (planYear is null || points.FindLast(p => p.Year is not null) is { Year: { } before } && before != planYear) return PeriodReading.Failed(PeriodProblem.YearMissing);
            points = points.ConvertAll(p => p with { Year = p.Year ?? planYear });
        }

        var joined = Joined(items, points);
        return joined with { YearAssumed = assumed && joined.Problem is null };
    }

    /// <summary>Numbers without a word for months or quarters, and without a year: "5-9", "5/9", "20/5 - 10/6".</summary>
    private static PeriodReading? WhyOnlyNumbersFail(List<List<PeriodPoint>> items, int? planYear)
    {
        var points = items.SelectMany(i => i).ToList();
        if (points.Exists(p => p.Kind is PeriodKind.Month or PeriodKind.Quarter or PeriodKind.Year)) return null;
        if (points.Exists(p => p.Year is not null))
        {
            // "5-9-2024": months 5 to 9, or 5 September.
            var isDateLike = items is [[{ Kind: PeriodKind.Unwritten, Year: null }, { YearAfterDash: true }]];
            return isDateLike ? PeriodReading.Failed(PeriodProblem.Unreadable) : null;
        }

        // A day above 12 shows that both are days; else "5/9 - 6/10" could be months of 2009 and 2010.
        if (items is [[{ Kind: PeriodKind.Day } start, { Kind: PeriodKind.Day } end]] && start.Problem is null && end.Problem is null && Math.Max(start.Day, end.Day) > 12) return null;
        var pair = items switch
        {
            [[{ Kind: PeriodKind.Day } day]] => (day.Day, day.Number),
            [[{ IsRoman: false, Kind: PeriodKind.Unwritten } a, { IsRoman: false, Kind: PeriodKind.Unwritten } b]] => (a.Number, b.Number),
            _ => ((int, int)?)null,
        };
        return pair is { } numbers ? DayOrMonthsOf(numbers.Item1, numbers.Item2, planYear) : PeriodReading.Failed(PeriodProblem.Unreadable);
    }

    private static PeriodReading DayOrMonthsOf(int day, int month, int? planYear)
    {
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(planYear ?? 2000, month)) return PeriodReading.Failed(PeriodProblem.Unreadable);
        return planYear is { } year
            ? PeriodReading.Failed(PeriodProblem.AutoDate) with { Either = DayOrMonths.Of(new DateOnly(year, month, day), year) }
            : PeriodReading.Failed(PeriodProblem.YearMissing);
    }

    /// <summary>A bare number is counted as the one before it ("quý II, III", "tháng 3, 4"), else in months; null where that is not certain.</summary>
    private static List<PeriodPoint>? WithKinds(List<PeriodPoint> points)
    {
        var known = new List<PeriodPoint>();
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            if (point.Kind == PeriodKind.Unwritten)
            {
                var before = known.LastOrDefault();
                var isQuarter = before is { Kind: PeriodKind.Quarter };
                // "Quý IV/2023 - 1/2024": the first quarter, or January.
                if (isQuarter ? !point.IsRoman && before!.Year is not null : point.IsRoman) return null;
                // "2 - quý III": the second quarter, or February.
                if (before is null && i + 1 < points.Count && points[i + 1].Kind == PeriodKind.Quarter) return null;
                point = point with { Kind = isQuarter ? PeriodKind.Quarter : PeriodKind.Month };
            }

            known.Add(point);
        }

        return known;
    }

    /// <summary>"Tháng 5 - 9/2024", "quý II, III/2024": a year counts for all before it.</summary>
    private static List<PeriodPoint> WithYearsOfTheNext(List<PeriodPoint> points)
    {
        int? year = null;
        for (var i = points.Count - 1; i >= 0; i--)
        {
            year = points[i].Year ?? year;
            points[i] = points[i] with { Year = year };
        }

        return points;
    }

    private static PeriodReading Joined(List<List<PeriodPoint>> items, List<PeriodPoint> points)
    {
        var at = 0;
        AnnexMonths? all = null;
        foreach (var count in items.Select(i => i.Count))
        {
            var (start, end) = (points[at], points[at + count - 1]);
            at += count;
            if (IsBefore(end, start)) return PeriodReading.Failed(PeriodProblem.EndBeforeStart);
            var months = AnnexMonths.Between(start.Year!.Value, start.FirstMonth, end.Year!.Value, end.LastMonth);
            if (all is { } before && months.Start != before.End.AddDays(1))
            {
                return PeriodReading.Failed(months.Start < before.Start ? PeriodProblem.EndBeforeStart : PeriodProblem.Gap);
            }

            all = all is { } first ? first with { End = months.End } : months;
        }

        return PeriodReading.Of(all!.Value);
    }

    private static bool IsBefore(PeriodPoint end, PeriodPoint start)
    {
        var order = (end.Year!.Value, end.LastMonth).CompareTo((start.Year!.Value, start.FirstMonth));
        return order < 0 || (order == 0 && end.Kind == PeriodKind.Day && start.Kind == PeriodKind.Day && end.Day < start.Day);
    }
}
