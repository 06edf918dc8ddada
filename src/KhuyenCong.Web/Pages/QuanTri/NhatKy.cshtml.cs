using System.Globalization;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Auditing;
using KhuyenCong.Services.Vi;
using KhuyenCong.Web.Security.Limits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.QuanTri;

/// <summary>The audit trail: on screen, and as a file with ?dinh-dang=csv.</summary>
[Costly(OnlyWith = "dinh-dang")]
[Authorize(Policy = Permissions.AuditRead)]
public sealed class NhatKyModel(AuditTrailService trail) : PortalPage
{
    [BindProperty(Name = "doi-tuong", SupportsGet = true)]
    public string? Entity { get; set; }

    [BindProperty(Name = "khoa", SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty(Name = "nguoi", SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(Name = "tu", SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(Name = "den", SupportsGet = true)]
    public string? Until { get; set; }

    [BindProperty(Name = "ly-do", SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "truoc", SupportsGet = true)]
    public string? BeforeText { get; set; }

    [BindProperty(Name = "dinh-dang", SupportsGet = true)]
    public string? Format { get; set; }

    public AuditTrailPage Trail { get; private set; } = new([], null, []);

    /// <summary>Whether the filter asks for what the person's role does not read.</summary>
    public bool IsOutOfReach => Entity is { Length: > 0 } entity && EntityText.All.Any(e => e.Key == entity) && !TrailScope.Shows(Actor, entity);

    /// <summary>Whether a later page than the first is shown.</summary>
    public bool IsLater => Filter.Before is not null;

    /// <summary>Whether anything narrows the trail.</summary>
    public bool IsFiltered => new[] { Entity, Key, Person, From, Until, Text }.Any(typed => !string.IsNullOrWhiteSpace(typed));

    protected override string FormName => "";

    private AuditTrailFilter Filter => new()
    {
        Entity = Entity, Key = Key, Person = Person, From = From, Until = Until, Text = Text,
        Before = long.TryParse(BeforeText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Nhật ký";
        if (Format == "csv")
        {
            var file = await trail.ExportAsync(Actor, Filter, stop);
            return await AnswerAsync(file, () => File(file.Value.Content, file.Value.ContentType, file.Value.Name), () => PeopleAsync(stop));
        }

        var result = await trail.ReadAsync(Actor, Filter, stop);
        return result.IsDone ? Show(result.Value) : await AnswerAsync(result, Page, () => PeopleAsync(stop));
    }

    private PageResult Show(AuditTrailPage found)
    {
        Trail = found;
        return Page();
    }

    // The form is shown again with its choices, and without entries that nobody asked for.
    private async Task<IActionResult> PeopleAsync(CancellationToken stop)
    {
        var people = await trail.PeopleAsync(Actor, stop);
        return Answer(people, () => Show(new AuditTrailPage([], null, people.Value)));
    }
}
