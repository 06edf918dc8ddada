using KhuyenCong.Domain.Documents;

namespace KhuyenCong.Services.Imports.Carrying;

/// <summary>What became of the answers of an earlier upload.</summary>
/// <param name="Kept">Each with the subject it has in the new file.</param>
/// <param name="Lost">Each with the reason.</param>
public sealed record CarriedAnswers(IReadOnlyList<(AnnexAnswer Answer, string Subject)> Kept, IReadOnlyList<(AnnexAnswer Answer, LostReason Why)> Lost);
