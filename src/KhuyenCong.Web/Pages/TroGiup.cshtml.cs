using Microsoft.AspNetCore.Authorization;

namespace KhuyenCong.Web.Pages;

/// <summary>Trợ giúp: the steps of each role on one page; open to everybody, since the sign-in page links to it.</summary>
[AllowAnonymous]
public class TroGiupModel : PortalPage
{
    public void OnGet() => Title = "Trợ giúp";
}
