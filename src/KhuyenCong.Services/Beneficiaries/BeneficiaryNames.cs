using KhuyenCong.Domain.Text;

namespace KhuyenCong.Services.Beneficiaries;

/// <summary>The names within a beneficiary as an annex writes it.</summary>
public static class BeneficiaryNames
{
    private const int Most = 8;

    /// <summary>
    /// The folded text itself, and where it lists several («02 cơ sở: Hộ Lan Anh; Công ty Minh Phát») each of them. A name
    /// of one word says too little to be compared.
    /// </summary>
    public static IReadOnlyList<string> Of(string? text)
    {
        var listed = (text ?? string.Empty).Split(':', 2);
        var parts = listed.Length == 2 ? listed[1].Split([';', ',']) : listed[0].Split(';');
        return [.. parts.Prepend(text ?? string.Empty).Select(VietnameseText.Fold).Where(name => name.Contains(' ', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Take(Most)];
    }
}
