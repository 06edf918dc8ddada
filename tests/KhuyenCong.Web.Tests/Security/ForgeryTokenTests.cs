using System.Net;
using System.Text.RegularExpressions;
using KhuyenCong.Domain.People;
using Xunit;

namespace KhuyenCong.Web.Tests.Security;

/// <summary>A form sent from another site has the session's cookie and no token.</summary>
public sealed partial class ForgeryTokenTests
{
    [Fact]
    public async Task Every_form_without_its_token_is_refused()
    {
        using var portal = await PortalFactory.StartAsync();
        var client = (await portal.SignInAsync(Enum.GetValues<Role>())).Client;
        // The error page answers whatever failed, and changes nothing.
        var forms = (await EndpointTable.ReadAsync(portal.Services)).SelectMany(line => line.Asks()).Where(ask => ask.IsPost && ask.State is null or Domain.Plans.PlanStatus.Draft)
            .Where(ask => ask.IsPost && ask.Route != "/loi/{status:int}").ToList();
        Assert.True(forms.Count > 40);
        foreach (var form in forms)
        {
            var address = Parameter().Replace(form.Route, "1") + (form.Handler is null ? string.Empty : "?handler=" + form.Handler);
            using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([new("Input.Version", "1")]));
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{form}: {answer.StatusCode}");
        }
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 2000)]
    private static partial Regex Parameter();
}
