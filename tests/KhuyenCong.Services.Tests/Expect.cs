using KhuyenCong.Domain;
using Xunit;

namespace KhuyenCong.Services.Tests;

/// <summary>What results must be, said in one line.</summary>
internal static class Expect
{
    public static void Done(Result result) =>
        Assert.True(result.IsDone, $"{result.Outcome}: {string.Join("; ", result.Errors.Select(e => e.Message).Concat(result.Refusals.Select(r => r.ToString())))}");

    /// <summary>Refused for exactly one reason, of the given kind.</summary>
    public static T RefusedOnlyBy<T>(Result result)
        where T : Refusal
    {
        Assert.Equal(Outcome.Refused, result.Outcome);
        return Assert.IsType<T>(Assert.Single(result.Refusals));
    }

    /// <summary>Invalid in exactly these fields.</summary>
    public static void InvalidIn(Result result, params string[] fields)
    {
        Assert.Equal(Outcome.Invalid, result.Outcome);
        Assert.Equal(fields.Order(), result.Errors.Select(e => e.Field).Distinct().Order());
        Assert.All(result.Errors, e => Assert.False(string.IsNullOrWhiteSpace(e.Message)));
    }
}
