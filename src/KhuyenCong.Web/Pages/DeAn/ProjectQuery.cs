using System.Globalization;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>The filters of the list as they stand in the address; what cannot be read filters nothing.</summary>
public sealed record ProjectQuery
{
    /// <summary>The value that stands for projects of the whole province.</summary>
    public const string WholeProvince = "toan-tinh";

    private static readonly Dictionary<string, ProjectSort> Sorts = new(StringComparer.Ordinal)
    {
        ["ma"] = ProjectSort.Code, ["ten"] = ProjectSort.Name, ["tinh-trang"] = ProjectSort.Status, ["ho-tro"] = ProjectSort.Support,
        ["giai-ngan"] = ProjectSort.Posted, ["tien-do"] = ProjectSort.Percent, ["han"] = ProjectSort.End,
    };

    [FromQuery(Name = "ke-hoach")]
    public string? PlanText { get; init; }

    [FromQuery(Name = "nam")]
    public string? YearText { get; init; }

    /// <summary>"1": only projects of approved plans, as the reports count them.</summary>
    [FromQuery(Name = "da-duyet")]
    public string? Approved { get; init; }

    [FromQuery(Name = "noi-dung")]
    public string? CategoryText { get; init; }

    [FromQuery(Name = "dia-ban")]
    public string? Area { get; init; }

    [FromQuery(Name = "can-bo")]
    public string? OfficerText { get; init; }

    [FromQuery(Name = "tinh-trang")]
    public string? StatusText { get; init; }

    /// <summary>"can-phan-cong" or "can-hop-dong": projects under way that still lack it.</summary>
    [FromQuery(Name = "viec")]
    public string? Work { get; init; }

    /// <summary>"qua-han" or "nguy-co".</summary>
    [FromQuery(Name = "han")]
    public string? Due { get; init; }

    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [FromQuery(Name = "sap-xep")]
    public string? Sort { get; init; }

    [FromQuery(Name = "trang")]
    public string? PageText { get; init; }

    /// <summary>The day that the list is shown for; what is not a day is today.</summary>
    [FromQuery(Name = "ngay")]
    public string? Day { get; init; }

    public int? Plan => Number(PlanText);

    public int? Category => Number(CategoryText);

    public int? Unit => Number(Area);

    public int? Officer => Number(OfficerText);

    public ProjectStatus? Status =>
        Enum.TryParse<ProjectStatus>(StatusText, out var status) && Enum.IsDefined(status) ? status : null;

    public ProjectFilter ToFilter() => new()
    {
        PlanId = Plan, Year = Number(YearText), ApprovedOnly = Approved == "1", CategoryId = Category, UnitId = Unit, WholeProvince = Area == WholeProvince, OfficerId = Officer, Status = Status,
        Lacks = Work switch { "can-phan-cong" => ProjectNeed.Officer, "can-hop-dong" => ProjectNeed.Contract, _ => null },
        Standing = Due switch { "qua-han" => ScheduleStanding.Late, "nguy-co" => ScheduleStanding.AtRisk, _ => null },
        Text = Text is { Length: > 200 } ? Text[..200] : Text,
        Sort = Sorts.GetValueOrDefault(Sort?.TrimStart('-') ?? ""), Descending = Sort?.StartsWith('-') ?? false,
        Page = Math.Max(1, Number(PageText) ?? 1), Day = ViShape.Date(Day),
    };

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
