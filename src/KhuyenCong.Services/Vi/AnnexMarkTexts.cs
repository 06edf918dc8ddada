using KhuyenCong.Services.Imports.Findings;


namespace KhuyenCong.Services.Vi;

/// <summary>The few words that stand in a faulty cell of a preview; the sentence stands in the list of problems.</summary>
public static class AnnexMarkTexts
{
    public static string Of(AnnexProblemKind kind) => kind switch
    {
        AnnexProblemKind.NameMissing => "thiếu tên đề án",
        AnnexProblemKind.AmountMissing => "thiếu số tiền",
        AnnexProblemKind.AmountUnreadable => "không đọc được",
        AnnexProblemKind.AmountAmbiguous => "hiểu được hai cách",
        AnnexProblemKind.AmountNegative => "số âm",
        AnnexProblemKind.AmountNotWhole => "không tròn đồng",
        AnnexProblemKind.AmountTooLarge => "quá lớn",
        AnnexProblemKind.NameIsFormulaWithoutValue or AnnexProblemKind.AmountFormulaWithoutValue or AnnexProblemKind.PeriodFormulaWithoutValue => "công thức chưa có giá trị",
        AnnexProblemKind.AmountErrorValue => "ô chứa lỗi",
        AnnexProblemKind.RowTotalDiffers => "khác tổng các phần",
        AnnexProblemKind.YearsDiffer => "khác tổng các năm",
        AnnexProblemKind.AreaMissing => "thiếu địa điểm",
        AnnexProblemKind.AreaUnknown => "không có đơn vị này",
        AnnexProblemKind.AreaDoubtful => "cần chọn địa bàn",
        AnnexProblemKind.PeriodMissing => "thiếu thời gian",
        AnnexProblemKind.PeriodUnreadable => "không đọc được",
        AnnexProblemKind.PeriodNoSuchMonth => "không có tháng này",
        AnnexProblemKind.PeriodNoSuchQuarter => "không có quý này",
        AnnexProblemKind.PeriodNoSuchDay => "không có ngày này",
        AnnexProblemKind.PeriodEndBeforeStart => "kết thúc trước khi bắt đầu",
        AnnexProblemKind.PeriodYearMissing => "thiếu năm",
        AnnexProblemKind.PeriodGap => "các tháng không liền nhau",
        AnnexProblemKind.PeriodDuration => "chưa rõ từ tháng nào",
        AnnexProblemKind.PeriodAutoDate => "ngày hay các tháng?",
        AnnexProblemKind.CategoryUnknown or AnnexProblemKind.CategoryPerRow => "cần chọn nội dung",
        AnnexProblemKind.TextTooLong => "quá dài",
        AnnexProblemKind.OldText => "bảng mã cũ",
        AnnexProblemKind.TextUnreadable or AnnexProblemKind.CellHasNoValue => "cần ghi lại",
        AnnexProblemKind.OrdinalGap or AnnexProblemKind.OrdinalTwice => "số thứ tự",
        AnnexProblemKind.NameTwice => "trùng đề án",
        AnnexProblemKind.PeriodFarFromPlanYear => "xa năm kế hoạch",
        AnnexProblemKind.PeriodYearAssumed => "lấy năm kế hoạch",
        AnnexProblemKind.HiddenRow => "dòng ẩn",
        AnnexProblemKind.UnlikelyProject => "lớn bất thường",
        _ => "xem cảnh báo",
    };
}
