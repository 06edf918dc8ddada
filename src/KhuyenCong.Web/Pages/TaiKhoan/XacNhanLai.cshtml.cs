using System.Globalization;
using KhuyenCong.Data.Identity;
using KhuyenCong.Web.Security;
using KhuyenCong.Web.Security.Factors;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>«Xác nhận lại»: the factor once more before an act that counts, and on with what was typed.</summary>
public sealed class XacNhanLaiModel(CodeTry codes, PasskeyDoor passkeys, SessionOpening session, UserManager<AppUser> users) : PortalPage
{
    [BindProperty(Name = "tro-ve", SupportsGet = true)]
    public string? ReturnTo { get; set; }

    private string Target => Url.IsLocalUrl(ReturnTo) ? ReturnTo : "/";

    public IActionResult OnGet()
    {
        if (!User.HasFactor()) return LocalRedirect(Target);
        var asked = AskForFactor(new FactorAsk(Target, null));
        asked.StatusCode = StatusCodes.Status200OK;
        return asked;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var form = await Request.ReadFormAsync(stop);
        var isSentAgain = form[FactorAsk.Prefix + "gui-lai"] == "1";
        var answer = await TryAsync(form, stop);
        if (answer.Outcome == SignInOutcome.Done)
        {
            await session.ShownAsync(Actor.UserId!.Value);
            return isSentAgain ? LocalRedirectPreserveMethod(Target) : LocalRedirect(Target);
        }

        var asked = AskForFactor(new FactorAsk(Target, isSentAgain ? FactorAsk.Kept(form) : null));
        this.AgainAfter(answer, await WordsAsync(form), asked.ViewData);
        asked.StatusCode = Response.StatusCode;
        return asked;
    }

    private async Task<TryWords> WordsAsync(IFormCollection form)
    {
        if (form[FactorAsk.Prefix + "khoa"] is [{ Length: > 0 }]) return TryWords.Passkey;
        var user = (await users.FindByIdAsync(Actor.UserId!.Value.ToString(CultureInfo.InvariantCulture)))!;
        return TryWords.Code(FactorAsk.CodeField, user.TwoFactorEnabled, await passkeys.AnyAsync(user));
    }

    private async Task<SignInAnswer> TryAsync(IFormCollection form, CancellationToken stop)
    {
        var id = Actor.UserId!.Value;
        if (form[FactorAsk.Prefix + "khoa"] is not [{ Length: > 0 } credential]) return await codes.TryAsync(id, Actor.Name, form[FactorAsk.CodeField], stop);
        var proved = await passkeys.ProveUseAsync(credential, form[FactorAsk.Prefix + "thach-thuc"], id, stop);
        return proved is null ? SignInAnswer.Wrong(TimeSpan.Zero) : SignInAnswer.Done;
    }
}
