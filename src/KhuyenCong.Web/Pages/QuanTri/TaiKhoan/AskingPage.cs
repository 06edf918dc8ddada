using KhuyenCong.Services;
using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

/// <summary>One reason, and a request that a second person confirms.</summary>
public abstract class AskingPage(AccountDirectoryService directory, string title) : AccountPage(directory)
{
    [BindProperty]
    public AccountChange Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync(int id, CancellationToken stop) => LoadAsync(id, _ => title, stop);

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken stop)
    {
        var result = await AskAsync(id, stop);
        return await AnswerAsync(result, () => OnTo(id, result.Value, string.Empty), () => OnGetAsync(id, stop));
    }

    protected abstract Task<Result<AccountStep>> AskAsync(int id, CancellationToken stop);
}
