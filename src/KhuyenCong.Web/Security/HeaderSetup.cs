namespace KhuyenCong.Web.Security;

/// <summary>The security headers of every answer.</summary>
internal static class HeaderSetup
{
    /// <param name="withHsts">Outside Development.</param>
    /// <param name="provider">The origin of the identity provider; null where there is none.</param>
    public static HeaderPolicyCollection PortalHeaders(bool withHsts, string? provider)
    {
        var headers = new HeaderPolicyCollection()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().Self();
                csp.AddImgSrc().Self().Data();
                csp.AddStyleSrc().Self();
                csp.AddScriptSrc().Self();
                csp.AddFrameAncestors().None();
                // Browsers hold a form's redirects against this too, and signing in through the provider begins with a form.
                if (provider is null) csp.AddFormAction().Self();
                else csp.AddFormAction().Self().From(provider);
                csp.AddBaseUri().None();
                csp.AddObjectSrc().None();
            })
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddReferrerPolicySameOrigin()
            .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
            .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
            .AddPermissionsPolicy(policy =>
            {
                policy.AddDefaultSecureDirectives();
                policy.AddPublickeyCredentialsGet().Self();
                policy.AddPublickeyCredentialsCreate().Self();
            })
            .RemoveServerHeader();
        return withHsts ? headers.AddStrictTransportSecurityMaxAgeIncludeSubDomains(maxAgeInSeconds: 365 * 24 * 3600) : headers;
    }
}
