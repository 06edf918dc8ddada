using KhuyenCong.Domain.People;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Documents;
using KhuyenCong.Services.Money;
using KhuyenCong.Services.Projects;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.DeAn;

/// <summary>The Centre's proposal of a money entry; reversals have a form of their own.</summary>
[Authorize(Policy = Permissions.MoneyPropose)]
public class DeNghiTienModel(ProjectPageService projects, MoneyService money) : ProjectFormPage(projects)
{
    private const string Heading = "Đề nghị tạm ứng, thanh toán";

    [BindProperty]
    public ProposeMoneyRequest Input { get; set; } = new();

    /// <summary>The scanned voucher.</summary>
    [BindProperty]
    public IFormFile? Evidence { get; set; }

    /// <summary>Those that the project's state takes.</summary>
    public IEnumerable<SelectListItem> Kinds => Project.KindsTaken.Select(k => new SelectListItem(StatusText.Of(k), k.ToString()));

    public bool IsLate => Project.Status == ProjectStatus.Discontinued;

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        Input = new ProposeMoneyRequest { FormKey = Guid.NewGuid() };
        return ShowAsync(id, Heading, stop);
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        await using var content = Evidence?.OpenReadStream();
        var upload = content is null ? null : new FileUpload(Evidence!.FileName, Evidence.Length, content);
        var result = await money.ProposeAsync(Actor, Input with { ProjectId = id, Evidence = upload }, stop);
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
