using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Services.People;

/// <summary>Identity's answers turned into this layer's.</summary>
internal static class IdentityFailure
{
    /// <exception cref="InvalidOperationException">Identity refused what nothing should refuse.</exception>
    public static void ThrowUnlessDone(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
    }

    public static Failure Invalid(string field, IdentityResult result) =>
        Failure.Invalid(field, string.Join(' ', result.Errors.Select(e => e.Description)));
}
