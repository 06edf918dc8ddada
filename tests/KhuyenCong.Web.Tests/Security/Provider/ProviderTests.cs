using Xunit;

namespace KhuyenCong.Web.Tests.Security.Provider;

/// <summary>One portal and its provider for all; each test begins with a provider that behaves.</summary>
[Collection(ProviderOffice.Together)]
public abstract class ProviderTests
{
    protected ProviderTests(ProviderOffice office)
    {
        Office = office;
        office.Provider.Reset();
    }

    protected ProviderOffice Office { get; }

    protected PortalFactory Portal => Office.Portal;
}
