using System.Text;
using KhuyenCong.Services.People;
using KhuyenCong.Web.Operations.Watch;
using KhuyenCong.Web.Security;
using KhuyenCong.Web.Security.Factors;
using KhuyenCong.Web.Security.Passwords;
using KhuyenCong.Web.Security.Provider;
using KhuyenCong.Web.Security.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace KhuyenCong.Web.Pages.TaiKhoan;

/// <summary>The way to the identity provider, by forms with a token, and the address that it answers to. It shows nothing itself.</summary>
[AllowAnonymous]
public sealed class NhaCungCapModel(ProviderDoor door, SignIn signIn, ProviderLinkService links, SessionOpening session, SecurityLog security, DoorClock clock) : PortalPage
{
    /// <summary>The key of TempData for why it came to nothing, read by the pages that offer the way.</summary>
    public const string WhyKey = "ProviderWhy";

    private bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    /// <summary>What the provider answered, in the address.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var answer = await door.ReceiveAsync();
        if (answer.Who is not { } who) return Back(answer.Outcome, answer.ReturnUrl);
        if (answer.LinksFor is { } asked) return await LinkAsync(who, asked, stop);
        var target = Url.IsLocalUrl(answer.ReturnUrl) ? answer.ReturnUrl : "/";
        var signed = await signIn.ByProviderAsync(who, stop);
        return signed.Outcome switch
        {
            SignInOutcome.Done => LocalRedirect(target),
            SignInOutcome.FactorNext => RedirectToPage("DangNhapMa", new { ReturnUrl = target }),
            SignInOutcome.Locked => RedirectToPage("BiKhoa"),
            _ => BackWith(ProviderText.NotLinked(door.Name), target),
        };
    }

    /// <summary>To the provider, to sign in.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm] string? returnUrl)
    {
        // It travels there and back within an address, which has its bound; browsers write addresses in ASCII.
        var target = Url.IsLocalUrl(returnUrl) && returnUrl.Length <= RequestBounds.LongestReturn && Ascii.IsValid(returnUrl) ? returnUrl : "/";
        if (IsSignedIn) return LocalRedirect(target);
        return Sent(await door.SendAsync(target), target);
    }

    /// <summary>To the provider, to link the own account.</summary>
    public async Task<IActionResult> OnPostLienKetAsync()
    {
        if (!IsSignedIn) return RedirectToPage("DangNhap", new { ReturnUrl = LienKetModel.Here });
        if (!MayLink()) return Redirect(LienKetModel.Here);
        // The person needs some time there, and the factor must still be fresh on the way back.
        if (User.MustShowFactor(clock.NowUtc + ProviderDoor.Longest)) return AskForFactor(FactorAsk.Of(Request)!);
        return Sent(await door.SendToLinkAsync(), null);
    }

    private async Task<IActionResult> LinkAsync(ProviderIdentity who, string asked, CancellationToken stop)
    {
        // Another account signed in here meanwhile, or nobody is.
        if (!MayLink() || User.SessionHash() != asked) return Back(ProviderOutcome.Stale, null);
        var result = await links.LinkAsync(Actor, who, door.Name, asked, stop);
        security.Provider(result.IsDone ? "Linked" : "NotLinkedNow", result.IsDone, Actor.UserId);
        if (!result.IsDone) return BackWith(string.Join(' ', Services.Vi.RefusalText.Of(result.Refusals)), null);
        await session.RefreshAsync(Actor.UserId!.Value);
        Notify($"Đã liên kết tài khoản {door.Name}.");
        return Redirect(LienKetModel.Here);
    }

    // Who must first change a password or set a factor up is led to that, and does nothing else.
    private bool MayLink() => IsSignedIn && !User.LacksFactor() && !User.MustChangePassword();

    private IActionResult Sent(ProviderOutcome outcome, string? target) => outcome == ProviderOutcome.Vouched ? new EmptyResult() : Back(outcome, target);

    private IActionResult Back(ProviderOutcome outcome, string? target)
    {
        security.Provider(outcome.ToString(), false, Actor.UserId);
        return BackWith(ProviderText.Of(outcome, door.Name), target);
    }

    private IActionResult BackWith(string why, string? target)
    {
        TempData[WhyKey] = why;
        return IsSignedIn ? Redirect(LienKetModel.Here) : RedirectToPage("DangNhap", new { ReturnUrl = target is null or "/" ? null : target });
    }
}
