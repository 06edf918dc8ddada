using Xunit;

namespace KhuyenCong.Web.Tests.Operations;

/// <summary>How a command ended, and what it said.</summary>
public sealed record CommandOutcome(int Code, string Output, string Error)
{
    public void Done(string said)
    {
        Assert.True(Code == 0, $"{Code}: {Error}{Output}");
        Assert.Contains(said, Output, StringComparison.Ordinal);
    }

    public void Refused(int code, string said)
    {
        Assert.True(Code == code, $"{Code}: {Error}{Output}");
        Assert.Contains(said, Error, StringComparison.Ordinal);
    }
}
