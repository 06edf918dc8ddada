using KhuyenCong.Domain.Projects;

namespace KhuyenCong.Services.Projects;

/// <summary>What narrows and orders the list of projects; every part is optional.</summary>
public sealed record ProjectFilter
{
    /// <summary>Rows on one page.</summary>
    public const int PageSize = 50;

    public int? PlanId { get; init; }

    /// <summary>The plans' year.</summary>
    public int? Year { get; init; }

    /// <summary>Only projects of approved or closed plans: those that the reports count.</summary>
    public bool ApprovedOnly { get; init; }

    public int? CategoryId { get; init; }

    /// <summary>A district (with the communes that lay in it) or a commune (with the ones it took over).</summary>
    public int? UnitId { get; init; }

    /// <summary>Only projects of the whole province.</summary>
    public bool WholeProvince { get; init; }

    /// <summary>An officer following the project on the day; 0 for projects without one.</summary>
    public int? OfficerId { get; init; }

    public ProjectStatus? Status { get; init; }

    /// <summary>Only projects under way that still lack this.</summary>
    public ProjectNeed? Lacks { get; init; }

    /// <summary>Late or at risk.</summary>
    public ScheduleStanding? Standing { get; init; }

    /// <summary>Typed words, found in name, beneficiary and code without regard to diacritics.</summary>
    public string? Text { get; init; }

    public ProjectSort Sort { get; init; }

    public bool Descending { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The list as it stood at the end of this past day; as it stands when null or not past.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What the database can narrow of a past day: it knows the work status of today only.</summary>
    internal ProjectFilter OnPastDay() => this with { ApprovedOnly = true, Status = null, Lacks = null, Standing = null };
}
