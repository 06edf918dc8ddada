using KhuyenCong.Services.People;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.TaiKhoan;

/// <summary>The pages of one account: what it is, and one form that changes it with a reason.</summary>
public abstract class AccountPage(AccountDirectoryService directory) : PortalPage
{
    public AccountRow Account { get; private set; } = null!;

    /// <summary>Loads the account and heads the page.</summary>
    /// <param name="id">The account.</param>
    /// <param name="title">What the page does, which the heading puts before the holder's name; null for the name alone.</param>
    /// <param name="stop">Cancels.</param>
    protected async Task<IActionResult> LoadAsync(int id, Func<AccountRow, string>? title, CancellationToken stop)
    {
        var result = await directory.FindAsync(Actor, id, stop);
        return Answer(result, () =>
        {
            Account = result.Value;
            Title = title is null ? Account.FullName : $"{title(Account)}: {Account.FullName}";
            var list = new Crumb("Tài khoản", "/quan-tri/tai-khoan");
            if (title is null) ShowCrumbs(list);
            else ShowCrumbs(list, new Crumb(Account.FullName, $"/quan-tri/tai-khoan/{id}"));
            return Page();
        });
    }

    /// <summary>On to the request that waits for a second person, or back to the account where it was done at once.</summary>
    protected RedirectResult OnTo(int id, AccountStep step, string done)
    {
        if (step.RequestId is not { } request) return Back(id, done);
        Notify("Đã gửi đề nghị. Người thứ hai xác nhận thì đề nghị mới có hiệu lực.");
        return Redirect($"/quan-tri/yeu-cau/{request}");
    }

    /// <summary>Back to the account, with a notice.</summary>
    protected RedirectResult Back(int id, string notice)
    {
        Notify(notice);
        return Redirect($"/quan-tri/tai-khoan/{id}");
    }
}
