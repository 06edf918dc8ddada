using KhuyenCong.Domain.People;
using KhuyenCong.Services;
using KhuyenCong.Services.Beneficiaries;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.DonViThuHuong;

[Authorize(Policy = Permissions.BeneficiariesEdit)]
public sealed class GopModel(BeneficiaryPageService register, BeneficiaryMergeService merges) : PortalPage
{
    /// <summary>The other row; null while one is being chosen.</summary>
    [BindProperty(Name = "voi", SupportsGet = true)]
    public int? OtherId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public MergeRequest Input { get; set; } = new();

    public BeneficiaryPage Row { get; private set; } = null!;

    public BeneficiaryPage? Other { get; private set; }

    public IReadOnlyList<BeneficiaryChoice> Found { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var row = await register.ReadAsync(Actor, id, stop);
        if (!row.IsDone) return Answer(row, Page);
        if (row.Value.MergedInto is not null && Request.Method == HttpMethods.Get) return Redirect($"/don-vi-thu-huong/{id}");
        Row = row.Value;
        Title = "Gộp dòng trùng";
        ShowCrumbs(new Crumb("Đơn vị thụ hưởng", "/don-vi-thu-huong"), new Crumb(Row.Name, $"/don-vi-thu-huong/{id}"));
        var other = OtherId is { } otherId ? await register.ReadAsync(Actor, otherId, stop) : null;
        if (other is { IsDone: false }) return Answer(other, Page);
        Other = other?.Value;
        if (Other is null && await register.SearchAsync(Actor, id, Q, stop) is { IsDone: true } found) Found = found.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var result = ModelState.IsValid ? await merges.MergeAsync(Actor, Input with { Id = id, OtherId = OtherId ?? 0 }, stop) : Failure.Unreadable;
        return await AnswerAsync(
            result,
            () =>
            {
                Notify("Đã gộp hai dòng. Đề án và hợp đồng cũ giữ nguyên, số liệu cộng vào đơn vị được giữ lại.");
                return Redirect($"/don-vi-thu-huong/{result.Value}");
            },
            () => OnGetAsync(id, stop));
    }
}
