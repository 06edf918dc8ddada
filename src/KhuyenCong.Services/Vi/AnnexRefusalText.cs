using System.Globalization;
using KhuyenCong.Domain;
using KhuyenCong.Services.Imports;

namespace KhuyenCong.Services.Vi;

/// <summary>The sentences of <see cref="AnnexRefusals"/>.</summary>
internal static class AnnexRefusalText
{
    /// <summary>The sentence, or null when the refusal is none of an import's.</summary>
    public static string? Find(Refusal refusal) => refusal switch
    {
        AnnexRefusals.FaultsStand r => string.Create(CultureInfo.InvariantCulture, $"Phụ lục còn {r.Count} lỗi{Where(r.Cells)}. Trả lời ngay ở danh sách lỗi phía trên, hoặc sửa trong Excel rồi tải lại tệp."),
        _ => null,
    };

    private static string Where(string cells) => string.IsNullOrEmpty(cells) ? string.Empty : $" (ô {cells})";
}
