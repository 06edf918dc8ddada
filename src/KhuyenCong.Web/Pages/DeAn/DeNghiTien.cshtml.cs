using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>The Centre's proposal of an advance, a payment or a recovery.</summary>
[Authorize(Policy = Permissions.MoneyPropose)]
public class DeNghiTienModel(ProjectPageService projects, MoneyService money) : ProjectFormPage(projects)
{
    private const string Heading = "Đề nghị tạm ứng, thanh toán";

    [BindProperty]
    public ProposeMoneyRequest Input { get; set; } = new();

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<MoneyEntryKind>().Select(k => new SelectListItem(StatusText.Of(k), k.ToString()));

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        Input = new ProposeMoneyRequest { FormKey = Guid.NewGuid() };
        return ShowAsync(id, Heading, stop);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var result = await money.ProposeAsync(Actor, Input with { ProjectId = id }, stop);
        if (result.Errors.Any(e => e.Field == nameof(Input.FormKey))) RenewFormKey();
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã gửi đề nghị đến kế toán.");
                return ToProject(id, "tien");
            },
            () => ShowAsync(id, Heading, stop));
    }

    // The form was sent already; sent once more it is meant as a new entry.
    private void RenewFormKey()
    {
        ModelState.Remove($"{FormName}.{nameof(Input.FormKey)}");
        Input = Input with { FormKey = Guid.NewGuid() };
    }
}
