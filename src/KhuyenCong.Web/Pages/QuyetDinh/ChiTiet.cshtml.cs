using KhuyenCong.Domain.People;
using KhuyenCong.Services.Decisions;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuyetDinh;

[Authorize(Policy = Permissions.DecisionsRead)]
public sealed class ChiTietModel(DecisionPageService decisions, DecisionRegisterService register) : PortalPage
{
    /// <summary>«tep» reads the kept file again and compares it.</summary>
    [BindProperty(Name = "kiem-tra", SupportsGet = true)]
    public string? Check { get; set; }

    public DecisionPage Decision { get; private set; } = null!;

    public FileCheck? KeptFile { get; private set; }

    public bool MayCorrect => Actor.May(Permissions.DecisionsCorrect);

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var result = await decisions.ReadAsync(Actor, id, stop);
        if (result.IsDone && Check == "tep" && await register.CheckFileAsync(Actor, id, stop) is { IsDone: true } check) KeptFile = check.Value;
        return Answer(result, () =>
        {
            Decision = result.Value;
            Title = $"Quyết định {Decision.Row.Number}";
            ShowCrumbs(new Crumb("Quyết định", "/quyet-dinh"));
            return Page();
        });
    }

    /// <summary>"Phê duyệt kế hoạch, hiệu lực từ 05/02/2024": what the decision is, in a line.</summary>
    public string Line => $"{StatusText.Of(Decision.Row.Kind)}, hiệu lực từ {ViDates.Day(Decision.Row.EffectiveFrom)}";
}
