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
        AnnexRefusals.AnswersMissing r => string.Create(CultureInfo.InvariantCulture, $"Trang xem trước còn {r.Count} chỗ chưa trả lời (đơn vị tính, trang tính hoặc bảng mã)."),
        AnnexRefusals.AdjustmentUnclear => "Không rõ cột nào là kinh phí hỗ trợ trước và sau điều chỉnh. Lập điều chỉnh trên trang của kế hoạch.",
        AnnexRefusals.NoPlanInForce { Count: 0 } r => string.Create(CultureInfo.InvariantCulture, $"Không có kế hoạch năm {r.Year} của đợt này đang thực hiện. Kiểm tra lại năm và đợt."),
        AnnexRefusals.NoPlanInForce r => string.Create(CultureInfo.InvariantCulture, $"Có {r.Count} kế hoạch năm {r.Year} đang thực hiện. Chọn đợt."),
        AnnexRefusals.DifferencesStand r => string.Create(CultureInfo.InvariantCulture, $"Còn {r.Count} dòng không khớp với kế hoạch. Ở trang xem trước, ghi lại ô sai hoặc chọn dòng ấy là «Ghi chú, không đọc»; hoặc lập điều chỉnh trên trang của kế hoạch."),
        AnnexRefusals.NothingToAdjust => "Phụ lục không thay đổi kinh phí hỗ trợ của đề án nào.",
        AnnexRefusals.ReadOtherwise r => $"{r.Kind} «{r.Text}» đã được {r.By} lưu với cách hiểu khác. Bỏ chọn «Nhớ cho các lần nhập sau» ở câu này, hoặc sửa ở trang «Cách đọc đã lưu».",
        AnnexRefusals.ReadingsMoved r => $"Cách đọc đã lưu của cơ quan vừa thay đổi ({r.Texts}). Xem lại bản xem trước rồi tạo dự thảo.",
        _ => null,
    };

    private static string Where(string cells) => string.IsNullOrEmpty(cells) ? string.Empty : $" (ô {cells})";
}
