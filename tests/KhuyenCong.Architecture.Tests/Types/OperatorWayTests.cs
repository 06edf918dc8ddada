using KhuyenCong.Services.People;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Types;

/// <summary>Accounts made by one person alone are the command line's: no page leads there.</summary>
public sealed class OperatorWayTests
{
    [Fact]
    public void Only_the_commands_use_the_operators_service()
    {
        var users = new DirectoryInfo(TestSupport.Repository.At("src")).EnumerateFiles("*.cs*", SearchOption.AllDirectories)
            .Where(f => f.Extension is ".cs" or ".cshtml" && !f.FullName.Contains("/obj/", StringComparison.Ordinal) && File.ReadAllText(f.FullName).Contains(nameof(OperatorAccountService), StringComparison.Ordinal))
            .Select(f => f.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["AdminCommand.cs", "OperatorAccountService.cs"], users);
    }
}
