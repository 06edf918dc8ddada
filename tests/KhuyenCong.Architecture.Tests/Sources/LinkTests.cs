using Xunit;

namespace KhuyenCong.Architecture.Tests.Sources;

/// <summary>Addresses within the portal lead there, also where the portal lies below a path of its own.</summary>
public sealed class LinkTests
{
    // The tag helper that resolves «~» sees only what is written out; before code it would stay as it is.
    [Fact]
    public void An_address_that_is_put_together_is_resolved_by_Url_Content() =>
        Assert.DoesNotContain(SourceFile.Razor, f => f.Text.Contains("\"~@", StringComparison.Ordinal));
}
