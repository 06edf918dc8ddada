using KhuyenCong.Domain.Documents;
using KhuyenCong.Services.Imports.Carrying;
using KhuyenCong.Services.Imports.Findings;

namespace KhuyenCong.Services.Vi;

/// <summary>Words for the answers that a new upload of a mended annex keeps, and for those that it does not.</summary>
public static class AnnexCarryTexts
{
    private const int MostNamed = 10;

    /// <summary>«Đã giữ 5 câu trả lời từ tệp tải lên ngày 28/11/2026; 1 câu không còn dùng: ô I22 đã đổi.»</summary>
    public static string Sentence(AnnexCarried carried)
    {
        ArgumentNullException.ThrowIfNull(carried);
        var from = $"từ tệp tải lên ngày {ViDates.Day(ViDates.DayOf(carried.UploadedAt))}";
        var kept = carried.Kept == 0 ? $"Không giữ được câu trả lời nào {from}" : $"Đã giữ {VndFormat.Count(carried.Kept)} câu trả lời {from}";
        return carried.Lost == 0 ? $"{kept}." : $"{kept}; {VndFormat.Count(carried.Lost)} câu không còn dùng: {carried.LostText}.";
    }

    /// <summary>Which are lost and why, by their places in the earlier file; null for none.</summary>
    public static string? Lost(IReadOnlyList<(string Subject, LostReason Why)> lost)
    {
        ArgumentNullException.ThrowIfNull(lost);
        if (lost.Count == 0) return null;
        var named = string.Join(", ", lost.Take(MostNamed).Select(l => $"{NameOf(l.Subject)} {Of(l.Why)}"));
        var text = lost.Count > MostNamed ? $"{named} và {VndFormat.Count(lost.Count - MostNamed)} câu khác" : named;
        return text.Length <= AnnexCarryOver.LongestText ? text : text[..AnnexCarryOver.LongestText];
    }

    /// <summary>"ô I22", "dòng 12", "cột H", "đơn vị tính".</summary>
    public static string NameOf(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var place = subject.Split(':')[^1];
        return subject.Split(':')[0] switch
        {
            "o" => $"ô {place}",
            "dia-ban" => $"địa bàn ở ô {place}",
            "nhom" => $"nội dung hoạt động ở ô {place}",
            AnnexAnswers.RestCategory => "nội dung của các đề án còn lại",
            "dong" => $"dòng {place}",
            "cot" => $"cột {place}",
            "tong" => $"số đúng ở ô {place}",
            "ly-do" => Enum.TryParse<AnnexProblemKind>(place, out var kind) ? $"lý do «{AnnexWarningTexts.Label(kind)}»" : place,
            AnnexAnswers.Unit => "đơn vị tính",
            AnnexAnswers.Sheet => "trang tính",
            AnnexAnswers.Texts => "bảng mã chữ",
            _ => place,
        };
    }

    private static string Of(LostReason why) => why switch
    {
        LostReason.Changed => "đã đổi",
        LostReason.Gone => "không còn tìm thấy",
        LostReason.NotAsked => "không còn phải hỏi",
        LostReason.SheetUnclear => "(chưa rõ đọc trang tính nào)",
    };
}
