using System.Globalization;
using System.Net;
using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>What two people do together: one asks, another confirms, the holder sets a password with the code.</summary>
internal static class FourEyes
{
    /// <summary>Confirms the request at an address.</summary>
    /// <returns>The one-time code that is shown; null where none is.</returns>
    public static async Task<string?> ConfirmAsync(Browser second, string at)
    {
        using var done = await SendAsync(second, at, "XacNhan");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        return (await second.OpenAsync(at)).QuerySelector(".one-time-code code")?.TextContent;
    }

    /// <summary>Sends one of the forms of a request, whether the page shows its button or not.</summary>
    public static async Task<HttpResponseMessage> SendAsync(Browser browser, string at, string handler, params (string Name, string Value)[] fields)
    {
        var token = (await browser.OpenAsync("/dang-xuat")).QuerySelector("main [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var sent = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(new("__RequestVerificationToken", token));
        return await browser.Client.PostAsync(new Uri($"{at}?handler={handler}", UriKind.Relative), new FormUrlEncodedContent(sent));
    }

    /// <summary>A code for a new password of an account: asked for by one administrator, confirmed by another.</summary>
    public static async Task<string> NewPasswordCodeAsync(PortalFactory portal, int id)
    {
        var asked = await AskAsync(await portal.SignInAsync(Role.Administrator), id, "mat-khau");
        return (await ConfirmAsync(await portal.SignInAsync(Role.Administrator), asked))!;
    }

    /// <summary>Asks for something of an account.</summary>
    /// <returns>The request's address.</returns>
    public static async Task<string> AskAsync(Browser administrator, int id, string what, string reason = "Quên mật khẩu")
    {
        using var asked = await administrator.PostAsync(string.Create(CultureInfo.InvariantCulture, $"/quan-tri/tai-khoan/{id}/{what}"), ("Input.Reason", reason));
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.StartsWith("/quan-tri/yeu-cau/", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        return asked.Headers.Location.OriginalString;
    }

    public static Task<HttpResponseMessage> SetPasswordAsync(Browser browser, string code, string password) =>
        browser.PostAsync("/dat-mat-khau", ("Input.Code", code), ("Input.New", password), ("Input.Again", password));
}
