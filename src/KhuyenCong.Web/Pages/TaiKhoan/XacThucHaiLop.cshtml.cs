using System.Globalization;
using KhuyenCong.Services;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Security.Factors;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>The person's own second factors.</summary>
public sealed class XacThucHaiLopModel(SecondFactorService factors, PasskeyService passkeys, PasskeyDoor door, SessionOpening session) : PortalPage
{
    private const string Here = "/tai-khoan/xac-thuc-hai-lop";

    public SecondFactorPage Factors { get; private set; } = null!;

    public PasskeyChallenge NewKey { get; private set; } = null!;

    /// <summary>The field of a new passkey's name.</summary>
    public const string NewName = "ten-moi";

    protected override string FormName => "";

    /// <summary>The field of a passkey's name.</summary>
    public static string NameOf(int passkey) => string.Create(CultureInfo.InvariantCulture, $"ten-khoa-{passkey}");

    /// <summary>The name as it stands, or as it was sent and not taken.</summary>
    public string? Shown(string field, string? name) => ModelState.GetValueOrDefault(field)?.Errors.Count > 0 ? Request.Form["ten"] : name;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Title = "Xác thực hai lớp";
        var result = await factors.ReadAsync(Actor, stop);
        if (result.IsDone) NewKey = await door.ForNewAsync(Actor, result.Value.Account);
        return Answer(result, () =>
        {
            Factors = result.Value;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostGoUngDungAsync(CancellationToken stop) =>
        await DoneAsync(await factors.TurnOffAsync(Actor, User.SessionHash(), stop), "Đã gỡ ứng dụng xác thực.", stop);

    public async Task<IActionResult> OnPostMaMoiAsync(CancellationToken stop) => await CodesAsync(await factors.RenewCodesAsync(Actor, User.SessionHash(), stop), shown: false, stop);

    public async Task<IActionResult> OnPostThemKhoaAsync(
        [FromForm(Name = "khoa")] string? credential, [FromForm(Name = "thach-thuc")] string? state, [FromForm(Name = "ten")] string? name, CancellationToken stop)
    {
        if (Actor.MustShowFactor && !User.LacksFactor()) return await DoneAsync(StepUpRules.Refuse(Actor)!, string.Empty, stop);
        var proved = await door.ProveNewAsync(Actor, credential, state);
        var result = proved is null ? Failure.Invalid("", "Chưa thêm được khóa truy cập. Tải lại trang rồi thử lại.") : await passkeys.AddAsync(Actor, proved, name, User.SessionHash(), stop);
        return await CodesAsync(NameFault(result, NewName) is { } fault ? fault : result, shown: true, stop);
    }

    public async Task<IActionResult> OnPostDoiTenKhoaAsync([FromForm(Name = "khoa-so")] int id, [FromForm(Name = "ten")] string? name, CancellationToken stop)
    {
        var result = await passkeys.RenameAsync(Actor, id, name, stop);
        return await DoneAsync(NameFault(result, NameOf(id)) is { } fault ? fault : result, "Đã đổi tên khóa truy cập.", stop);
    }

    public async Task<IActionResult> OnPostGoKhoaAsync([FromForm(Name = "khoa-so")] int id, CancellationToken stop) =>
        await DoneAsync(await passkeys.RemoveAsync(Actor, id, User.SessionHash(), stop), "Đã gỡ khóa truy cập.", stop);

    // Each passkey has a form of its own on the page; what is wrong with a name is told in the form that was sent.
    private static Failure? NameFault(Result result, string field) => result.Errors is [{ Field: "Name" } error] ? Failure.Invalid(field, error.Message) : null;

    private async Task<IActionResult> DoneAsync(Result result, string notice, CancellationToken stop)
    {
        if (result.IsDone) await session.RefreshAsync(Actor.UserId!.Value);
        return await AnswerAsync(
            result,
            () =>
            {
                Notify(notice);
                return Redirect(Here);
            },
            () => OnGetAsync(stop));
    }

    private async Task<IActionResult> CodesAsync(Result<List<string>> result, bool shown, CancellationToken stop)
    {
        if (!result.IsDone || result.Value.Count == 0) return await DoneAsync(result, "Đã thêm khóa truy cập.", stop);
        await (shown ? session.ShownAsync(Actor.UserId!.Value) : session.RefreshAsync(Actor.UserId!.Value));
        TempData[MaDuPhongModel.Key] = string.Join(' ', result.Value);
        return Redirect(Here + "/ma-du-phong");
    }
}
