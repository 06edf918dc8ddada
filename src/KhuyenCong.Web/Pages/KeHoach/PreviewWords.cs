using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>The words in which a preview asks, and says what was answered.</summary>
internal static class PreviewWords
{
    private const int MostCells = 5;

    public static string Clip(string? text, int most) => text is null ? "" : text.Length <= most ? text : text[..most].TrimEnd() + "…";

    /// <summary>What an answer's field is called.</summary>
    public static string Label(AnnexQuestion question) => question.Kind switch
    {
        AnnexQuestionKind.Sheet => "Chọn trang tính",
        AnnexQuestionKind.Texts => "Chữ ở bảng mã cũ",
        AnnexQuestionKind.Row => $"Dòng {question.Cells[0].Row} là",
        AnnexQuestionKind.Column => $"Cột {CellAddress.ColumnLetters(question.Cells[0].Column)} là",
        AnnexQuestionKind.Cell => $"Ghi lại ô {question.Cells[0]}",
        AnnexQuestionKind.Unit => "Đơn vị tính của các số tiền",
        AnnexQuestionKind.Category when question.Subject == AnnexAnswers.RestCategory => "Chọn cho mọi đề án còn lại",
        AnnexQuestionKind.Category when question.IsProject => $"Dòng {question.Cells[0].Row}: {Clip(question.Written, 90)}",
        AnnexQuestionKind.Category => "Chọn nội dung hoạt động",
        AnnexQuestionKind.Area when question.Cells.Count > 1 => $"Địa bàn cho {question.Cells.Count} ô cùng ghi như vậy ({Cells(question)})",
        AnnexQuestionKind.Area => $"Địa bàn cho ô {question.Cells[0]}",
    };

    /// <summary>What an answer was about.</summary>
    public static string About(AnnexQuestion question) => question.Kind switch
    {
        AnnexQuestionKind.Unit => "Đơn vị tính của các số tiền trong bảng.",
        AnnexQuestionKind.Category when question.Cells.Count == 0 => "Nội dung hoạt động của các đề án còn lại.",
        AnnexQuestionKind.Category when IsOfRow(question) => $"Dòng {question.Cells[0].Row} «{Clip(question.Written, 90)}»: {question.Options.FirstOrDefault(o => o.Key == question.Chosen)?.Label}.",
        AnnexQuestionKind.Category => $"Nội dung hoạt động của nhóm «{Clip(question.Written, 160)}».",
        AnnexQuestionKind.Area => $"Ô {Cells(question)}: địa điểm {(question.Written is null ? "trống" : $"«{Clip(question.Written, 160)}»")}.",
        AnnexQuestionKind.Sheet => "Trang tính được đọc.",
        AnnexQuestionKind.Texts => "Chữ ở bảng mã cũ được chuyển sang Unicode.",
        AnnexQuestionKind.Row => $"Dòng {Rows(question)}.",
        AnnexQuestionKind.Column => $"Cột {CellAddress.ColumnLetters(question.Cells[0].Column)}{(question.Written is null ? "" : $" «{Clip(question.Written, 60)}»")}.",
        AnnexQuestionKind.Cell => $"Ô {Cells(question)}: tệp ghi {(string.IsNullOrEmpty(question.InFile) ? "trống" : $"«{Clip(question.InFile, 160)}»")}.{(question.IsWithoutEffect ? " Ô này không ở cột nào được đọc nên không đổi gì." : "")}",
    };

    /// <summary>True for the answered category of one project: chosen anew once it is taken back, so that a long list stays short.</summary>
    public static bool IsOfRow(AnnexQuestion question) => question is { IsProject: true, IsOpen: false };

    /// <summary>"E17, E18, E19, E20, E21 và 3 ô nữa".</summary>
    public static string Cells(AnnexQuestion question) => Some(question.Cells, c => c.ToString(), "ô");

    private static string Rows(AnnexQuestion question) => Some(question.Cells, c => $"{c.Row}", "dòng");

    private static string Some(IReadOnlyCollection<CellAddress> cells, Func<CellAddress, string> text, string what) =>
        string.Join(", ", cells.Take(MostCells).Select(text)) + (cells.Count > MostCells ? $" và {VndFormat.Count(cells.Count - MostCells)} {what} nữa" : "");

    /// <summary>Three values of a column, by which one tells what it is.</summary>
    public static string Samples(AnnexPreview preview, int column) =>
        string.Join(" · ", preview.Rows.Select(r => r.Cells.Values.FirstOrDefault(c => c.Address.Column == column)?.Raw).OfType<string>().Distinct(StringComparer.Ordinal).Take(3).Select(t => Clip(t, 30)));
}
