using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>A page on one project of a draft, or on a new one: a plan that is no draft any more leads back to the plan.</summary>
public abstract class DraftProjectPage(DraftProjectFormService forms) : PortalPage
{
    public DraftProjectForm Form { get; private set; } = null!;

    /// <param name="planId">The plan.</param>
    /// <param name="projectId">The project, or null for a new one.</param>
    /// <param name="title">The heading, given the project's code.</param>
    /// <param name="stop">Cancels.</param>
    protected async Task<IActionResult> ShowAsync(int planId, int? projectId, Func<string?, string> title, CancellationToken stop)
    {
        var result = await forms.ReadAsync(Actor, planId, projectId, stop);
        if (result.IsDone && !result.Value.IsEditable && HttpMethods.IsGet(Request.Method)) return Redirect($"/ke-hoach/{planId}");
        return Answer(result, () =>
        {
            Form = result.Value;
            Title = title(Form.Code);
            ShowCrumbs(new Crumb("Kế hoạch", "/ke-hoach"), new Crumb(Form.PlanTitle, $"/ke-hoach/{planId}"));
            return Page();
        });
    }
}
