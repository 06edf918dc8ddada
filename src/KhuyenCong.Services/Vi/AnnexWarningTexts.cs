using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Findings;

namespace KhuyenCong.Services.Vi;

/// <summary>The kinds of an annex's warnings by their names, what accepting them asks for, and how the trail tells it.</summary>
public static class AnnexWarningTexts
{
    private const int MostCells = 5;

    public static string Label(AnnexProblemKind kind) => kind switch
    {
        AnnexProblemKind.SubtotalDiffers => "Tổng nhóm khác tổng các dòng",
        AnnexProblemKind.SubItemsDiffer => "Dòng tổng khác tổng các mục con",
        AnnexProblemKind.GrandTotalDiffers => "TỔNG CỘNG khác tổng các dòng",
        AnnexProblemKind.UnitsPerColumn => "Mỗi cột tiền một đơn vị tính",
        AnnexProblemKind.AmountShownRounded => "Số hiển thị đã làm tròn",
        AnnexProblemKind.CountDiffers => "Số đề án khác số dòng",
        AnnexProblemKind.OrdinalGap => "Số thứ tự không nối tiếp",
        AnnexProblemKind.OrdinalTwice => "Số thứ tự trùng",
        AnnexProblemKind.AnotherTranche => "Khác đợt",
        AnnexProblemKind.AnotherYear => "Khác năm",
        AnnexProblemKind.AnotherSource => "Khác nguồn kinh phí",
        AnnexProblemKind.NameTwice => "Đề án trùng nhau",
        AnnexProblemKind.PeriodFarFromPlanYear => "Thời gian xa năm kế hoạch",
        AnnexProblemKind.PeriodYearAssumed => "Thời gian không ghi năm",
        AnnexProblemKind.HiddenRow => "Dòng ẩn vẫn được đọc",
        AnnexProblemKind.GroupReadAsProject => "Nhóm được đọc là đề án",
        AnnexProblemKind.PartsKept => "Dòng thành phần giữ trong mục tiêu",
        AnnexProblemKind.PartsDiffer => "Đề án khác tổng các thành phần",
        AnnexProblemKind.RowStruck => "Dòng bị gạch ngang",
        AnnexProblemKind.ColumnNotRead => "Cột số liệu không được đọc",
        AnnexProblemKind.HiddenColumnNotRead => "Cột ẩn không được đọc",
        AnnexProblemKind.HiddenColumnRead => "Cột ẩn vẫn được đọc",
        AnnexProblemKind.StruckPart => "Chữ bị gạch ngang",
        AnnexProblemKind.UnlikelyAmounts => "Số tiền bất thường",
        AnnexProblemKind.UnlikeOtherPlans => "Khác xa các kế hoạch gần đây",
        AnnexProblemKind.UnlikelyProject => "Một đề án lớn bất thường",
        AnnexProblemKind.AboveAllotment => "Vượt dự toán được giao",
        AnnexProblemKind.RowLeftOut => "Dòng có số tiền không được đọc",
        AnnexProblemKind.OtherTableBelow => "Bảng khác không được đọc",
        AnnexProblemKind.OtherSheetHasTable => "Trang tính khác không được đọc",
        AnnexProblemKind.ColumnMissing => "Thiếu cột",
        AnnexProblemKind.FundingYearFar => "Năm hỗ trợ xa năm kế hoạch",
        AnnexProblemKind.SupportOfAnotherYear => "Cột hỗ trợ nêu năm khác",
        _ => "Cảnh báo khác",
    };

    public static string NoReason(AnnexProblemKind kind) => $"Ghi lý do cho cảnh báo «{Label(kind)}».";

    public static string SaysNothing(AnnexProblemKind kind) => $"Lý do cho cảnh báo «{Label(kind)}» chưa nói vì sao: ghi thành câu, ít nhất hai từ khác nhau và mười chữ cái.";

    public static string NotSeen(AnnexProblemKind kind) => $"Đánh dấu «Đã xem» ở cảnh báo «{Label(kind)}».";

    public static string TooLong(int length, int most) => $"Các lý do cùng tên cảnh báo dài {VndFormat.Count(length)} ký tự, nhiều nhất {VndFormat.Count(most)}; hãy rút gọn.";

    public static string NotChosen(AnnexProblem problem) => $"Ô {problem.Cell}: chọn số nào đúng, {Lines(problem)} hay {File(problem)}.";

    public static string LinesAreWrong(AnnexProblem problem) =>
        $"Ô {problem.Cell}: đã chọn {File(problem)} là đúng nên {(IsOfParts(problem) ? "số tiền của đề án" : "bảng còn thiếu dòng hoặc dòng")} sai. Sửa ngay trên trang, hoặc sửa tệp rồi tải lại, trước khi tạo dự thảo.";

    /// <summary>The choice that the lines stand, as they are read.</summary>
    public static string LinesStand(AnnexProblem problem) => IsOfParts(problem)
        ? $"Số tiền của đề án ({Dong(problem.Stated)}) đúng; các thành phần thiếu hoặc sai"
        : $"Tổng của các dòng ({Dong(problem.Computed)}) đúng; tổng ghi trong tệp sai";

    /// <summary>The choice that keeps a draft from being made.</summary>
    public static string FileStands(AnnexProblem problem) => IsOfParts(problem)
        ? $"Tổng các thành phần ({Dong(problem.Computed)}) đúng; số tiền của đề án sai"
        : $"Tổng ghi trong tệp ({Dong(problem.Stated)}) đúng; còn thiếu hoặc sai dòng";

    /// <summary>One kind as the trail tells it: so many of its sentences, the others by their number, and why it is accepted.</summary>
    public static string Told(AnnexWarningGroup group, string? reason, int sentences)
    {
        var told = group.Problems.Take(sentences).Select(AnnexTexts.Sentence).ToList();
        var chosen = group.Problems.Where(p => p.NeedsStanding).ToList();
        string?[] parts =
        [
            $"{Label(group.Kind)}{(told.Count == group.Problems.Count ? string.Empty : $" ({group.Problems.Count}{CellsOf(group.Problems)})")}:",
            .. told,
            told.Count > 0 && told.Count < group.Problems.Count ? $"Và {group.Problems.Count - told.Count} cảnh báo cùng loại." : null,
            chosen.Count == 0 ? null : $"Đã chọn {(IsOfParts(chosen[0]) ? "số tiền của đề án" : "tổng của các dòng")} là đúng{CellsOf(chosen)}.",
            group.IsOnlySeen ? "Đã xem." : $"Lý do: {reason}",
        ];
        return string.Join(' ', parts.OfType<string>());
    }

    private static string CellsOf(IEnumerable<AnnexProblem> problems)
    {
        var cells = problems.Select(p => p.Cell?.ToString()).OfType<string>().ToList();
        return cells.Count == 0 ? string.Empty : $", ô {string.Join(", ", cells.Take(MostCells))}{(cells.Count > MostCells ? string.Create(CultureInfo.InvariantCulture, $" và {cells.Count - MostCells} ô nữa") : string.Empty)}";
    }

    // A project's own amount is the line that is read; its parts are kept as words.
    private static bool IsOfParts(AnnexProblem problem) => problem.Kind == AnnexProblemKind.PartsDiffer;

    private static string Lines(AnnexProblem problem) => IsOfParts(problem) ? "số tiền của đề án" : "tổng của các dòng";

    private static string File(AnnexProblem problem) => IsOfParts(problem) ? "tổng các thành phần" : "tổng ghi trong tệp";

    private static string Dong(Vnd? amount) => VndFormat.DongShort(amount ?? Vnd.Zero);
}
