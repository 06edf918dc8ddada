using KhuyenCong.Domain.People;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.QuanTri.YeuCau;

/// <summary>One request: what would change, and the second person's word on it.</summary>
[Authorize(Policy = Permissions.AccountsConfirm)]
public sealed class ChiTietModel(AccountRequestReadService requests, AccountConfirmationService confirmations, PublicAddress address) : PortalPage
{
    /// <summary>Under which TempData, a protected cookie, brings the one-time code here, to be shown once.</summary>
    private const string CodeKey = "OneTimeCode";

    [BindProperty]
    public string? Note { get; set; }

    public AccountRequestRow Row { get; private set; } = null!;

    /// <summary>The code to hand over; null but right after the confirmation.</summary>
    public string? Code { get; private set; }

    public bool IsOwn => Row.Request.RequestedById == Actor.UserId;

    /// <summary>The address that takes the code along; what follows the # is sent to no server and stands in no log.</summary>
    public string Link => address.Link(Request, "/dat-mat-khau") + "#" + Code;

    protected override string FormName => "";

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        var result = await requests.FindAsync(Actor, id, stop);
        return Answer(result, () =>
        {
            Row = result.Value;
            Title = $"{Services.Vi.PeopleText.Of(Row.Request.Kind)}: {Row.Name}";
            ShowCrumbs(new Crumb("Đề nghị về tài khoản", "/quan-tri/yeu-cau"));
            Code = HttpMethods.IsGet(Request.Method) ? TempData[CodeKey] as string : null;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostXacNhanAsync(int id, CancellationToken stop)
    {
        var result = await confirmations.ConfirmAsync(Actor, id, stop);
        return await AnswerAsync(result, () => Done(id, Told(result.Value), result.Value.Code), () => OnGetAsync(id, stop));
    }

    public async Task<IActionResult> OnPostTuChoiAsync(int id, CancellationToken stop)
    {
        var result = await confirmations.RejectAsync(Actor, id, Note, stop);
        return await AnswerAsync(result, () => Done(id, result.Value.IsTakenBack ? "Đã rút đề nghị." : "Đã từ chối đề nghị.", null), () => OnGetAsync(id, stop));
    }

    private static string Told(ConfirmedRequest done) => (done.Kind, done.Code) switch
    {
        (AccountRequestKind.GiveRoles, null) => "Đã xác nhận. Vai trò mới có hiệu lực từ lần đăng nhập tới; phiên đang mở kết thúc trong vòng một phút.",
        (AccountRequestKind.GiveRoles, _) => "Đã xác nhận, vai trò đã được giao. Giao mã dưới đây cho người dùng để đặt mật khẩu.",
        (AccountRequestKind.NewPassword, _) => "Đã xác nhận. Giao mã dưới đây cho người dùng; mật khẩu cũ (nếu có) còn dùng được đến khi đặt mật khẩu mới.",
        (AccountRequestKind.NewFactors, _) => "Đã xác nhận. Các cách xác thực cũ đã hết hiệu lực; phiên đang mở kết thúc trong vòng một phút.",
        _ => "Đã xác nhận. Tài khoản đã mở khóa.",
    };

    private RedirectResult Done(int id, string notice, string? code)
    {
        Notify(notice);
        if (code is not null) TempData[CodeKey] = code;
        return Redirect($"/quan-tri/yeu-cau/{id}");
    }
}
