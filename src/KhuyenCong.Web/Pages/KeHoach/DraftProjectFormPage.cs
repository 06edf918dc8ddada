using KhuyenCong.Services.Beneficiaries;
using KhuyenCong.Services.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>The form of a draft's project: its fields, the register to choose from, and what to see before saving.</summary>
public abstract class DraftProjectFormPage(DraftProjectFormService forms, BeneficiaryPickService register, PlanWarningsService warnings) : DraftProjectPage(forms)
{
    [BindProperty]
    public DraftProjectRequest Input { get; set; } = new();

    /// <summary>What to find in the register besides what the beneficiary's text says.</summary>
    [BindProperty(Name = "tim-danh-ba")]
    public string? Search { get; set; }

    public BeneficiaryPick Pick { get; private set; } = new([], []);

    public PlanWarnings Warnings { get; private set; } = PlanWarnings.None;

    /// <param name="planId">The plan.</param>
    /// <param name="projectId">The project, or null for a new one.</param>
    /// <param name="title">The heading, given the project's code.</param>
    /// <param name="isFresh">Shows the stored values; else what was typed.</param>
    /// <param name="stop">Cancels.</param>
    protected async Task<IActionResult> ShowFormAsync(int planId, int? projectId, Func<string?, string> title, bool isFresh, CancellationToken stop)
    {
        var shown = await ShowAsync(planId, projectId, title, stop);
        if (shown is not PageResult) return shown;
        if (isFresh) Input = Form.Values;
        if (Input.Shares is not { } shares || shares.Count == 0 || !shares[^1].IsBlank) Input = Input with { Shares = [.. Input.Shares ?? [], new DraftShareRequest()] };
        if (await register.ReadAsync(Actor, Input.BeneficiaryIds ?? [], Input.Beneficiary, Search, stop) is { IsDone: true } pick) Pick = pick.Value;
        if (projectId is { } id && await warnings.OfProjectAsync(Actor, id, stop) is { IsDone: true } seen) Warnings = seen.Value;
        return shown;
    }
}
