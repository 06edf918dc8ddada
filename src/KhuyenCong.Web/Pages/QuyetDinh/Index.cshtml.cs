using KhuyenCong.Domain.People;
using KhuyenCong.Services.Decisions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuyetDinh;

[Authorize(Policy = Permissions.DecisionsRead)]
public sealed class IndexModel(DecisionRegisterService register) : PortalPage
{
    [BindProperty(Name = "nam", SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(Name = "trang", SupportsGet = true)]
    public int? PageNumber { get; set; }

    public DecisionList Decisions { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Sổ quyết định";
        ModelState.Clear();
        var result = await register.ReadAsync(Actor, new DecisionFilter { Year = Year, Text = Text, Page = PageNumber }, stop);
        return Answer(result, () =>
        {
            Decisions = result.Value;
            return Page();
        });
    }
}
