using System.Text;
using KhuyenCong.Domain.Text;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Security;

/// <summary>Identity's own normalizer fails on characters that are none, which anybody can type into the sign-in form.</summary>
internal sealed class SoundNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : VietnameseText.Normalize(name, NormalizationForm.FormC).ToUpperInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
