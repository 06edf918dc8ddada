using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Vi;

/// <summary>The problems of an imported annex as sentences.</summary>
public static class AnnexTexts
{
    public const string ConvertTexts = "Dùng chữ đã chuyển sang Unicode";

    private const int Longest = 160;

    private const int MostNamed = 20;


    public static string Sentence(WorkbookProblem problem) => problem switch
    {
        WorkbookProblem.Empty => "Tệp rỗng, không có nội dung.",
        WorkbookProblem.TooLarge => $"Tệp lớn hơn {WorkbookLimits.FileBytes / 1024 / 1024} MB; hãy bỏ ảnh và các trang tính không cần rồi tải lại.",
        WorkbookProblem.NotAWorkbook => "Tệp không phải là bảng tính Excel (.xlsx, .xls).",
        WorkbookProblem.TextFile => "Tệp là trang web, XML hoặc CSV được đặt tên như tệp Excel; hãy mở bằng Excel, lưu lại dạng .xlsx rồi tải lên.",
        WorkbookProblem.OpenDocument => "Tệp OpenDocument (.ods); hãy mở và lưu lại dạng .xlsx.",
        WorkbookProblem.Encrypted => "Tệp đặt mật khẩu; hãy bỏ mật khẩu (mở tệp, khóa cấu trúc) rồi lưu lại.",
        WorkbookProblem.Macros => "Tệp có macro; hãy lưu lại dạng .xlsx không có macro.",
        WorkbookProblem.BinaryWorkbook => "Tệp là bảng tính nhị phân (.xlsb); hãy lưu lại dạng .xlsx.",
        WorkbookProblem.UnpacksTooLarge => "Tệp khi giải nén lớn bất thường nên không được đọc.",
        WorkbookProblem.TooManyCells => "Tệp có quá nhiều dòng hoặc ô; hãy chỉ giữ lại bảng danh mục đề án.",
        WorkbookProblem.TooManyEmptyCells => "Tệp có quá nhiều dòng hoặc ô định dạng trống; hãy xóa các dòng, cột trống ngoài bảng rồi lưu lại.",
        WorkbookProblem.Damaged => "Tệp bị hỏng hoặc tải lên chưa hết; hãy mở bằng Excel, lưu lại rồi tải lên lần nữa.",
        WorkbookProblem.DocumentType => "Tệp chứa khai báo kiểu tài liệu (DTD) không an toàn nên không được đọc.",
        WorkbookProblem.NoTable => "Không tìm thấy bảng danh mục đề án: cần một dòng tiêu đề có tên đề án và kinh phí.",
        WorkbookProblem.NoTableLegacyFont => "Không tìm thấy bảng danh mục đề án: chữ trong tệp dùng phông TCVN3 (.VnTime); hãy chuyển sang Unicode rồi tải lại.",
    };

    /// <summary>Why a workbook cannot be read, with the sheet that is the cause where it is known.</summary>
    public static string Sentence(WorkbookReading failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        var problem = failed.Problem ?? throw new ArgumentException("It was read.", nameof(failed));
        if (failed.Excess is not { } excess) return Sentence(problem);
        var sheet = excess.Sheet is { } name ? $"Trang tính «{Clip(name)}»" : "Một trang tính";
        var hidden = excess.Hidden is { } columns ? $" Trang tính có cột ẩn ({columns}): hãy bỏ ẩn để kiểm tra." : string.Empty;
        return problem switch
        {
            WorkbookProblem.TooManyEmptyCells when excess.LastRow > excess.LastValue =>
                $"{sheet} có {VndFormat.Count(excess.LastRow - excess.LastValue)} dòng định dạng trống từ dòng {VndFormat.Count(excess.LastValue + 1)}; chọn các dòng đó, xóa rồi lưu lại.{hidden}",
            WorkbookProblem.TooManyEmptyCells => $"{sheet} có quá nhiều ô định dạng trống; chọn các cột trống ngoài bảng, xóa rồi lưu lại.{hidden}",
            WorkbookProblem.TooManyCells => $"{sheet} có quá nhiều dòng hoặc ô có giá trị (đến dòng {VndFormat.Count(excess.LastRow)}); hãy chỉ giữ lại bảng danh mục đề án.{hidden}",
            _ => Sentence(problem),
        };
    }

    public static string Sentence(AnnexProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Cell is { } cell ? $"Ô {cell}: {Body(problem)}" : UpperFirst(Body(problem));
    }

    /// <summary>"24 dòng đề án, 5 nhóm, 6 dòng cộng".</summary>
    public static string Read(AnnexAccount account) => string.Join(", ", new[]
    {
        (account.Projects, "dòng đề án"), (account.Groups, "nhóm"), (account.Sums, "dòng cộng"), (account.Parts, "dòng thành phần"),
    }.Where(c => c.Item1 > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Item1} {c.Item2}"))) + ".";

    /// <summary>What on the sheet, and beside it, is not read; null when all is.</summary>
    public static string? NotRead(AnnexAccount account)
    {
        string[] parts =
        [
            .. account.Columns.Take(MostNamed).Select(c => $"cột {CellAddress.ColumnLetters(c.Header.Column)}{(c.Label is null ? "" : $" «{Clip(c.Label)}»")}"),
            .. account.Columns.Count > MostNamed ? [string.Create(CultureInfo.InvariantCulture, $"{account.Columns.Count - MostNamed} cột nữa")] : Array.Empty<string>(),
            .. account.LeftOut.Count > 0 ? [$"dòng {Rows(account.LeftOut)}"] : Array.Empty<string>(),
            .. account.Sheets.Select(s => $"trang tính «{Clip(s)}»"),
        ];
        return parts.Length == 0 ? null : string.Join("; ", parts) + ".";
    }

    // 41, 42, 43, 50 are «41–43, 50».
    private static string Rows(IEnumerable<int> numbers)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var number in numbers.Distinct().Order())
        {
            if (runs.Count > 0 && runs[^1].Last == number - 1) runs[^1] = (runs[^1].First, number);
            else runs.Add((number, number));
        }

        return string.Join(", ", runs.Take(MostNamed).Select(r => r.First == r.Last ? string.Create(CultureInfo.InvariantCulture, $"{r.First}") : string.Create(CultureInfo.InvariantCulture, $"{r.First}–{r.Last}")))
            + (runs.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" và {runs.Count - MostNamed} chỗ nữa") : string.Empty);
    }

    public static string Label(AnnexColumn column) => column switch
    {
        AnnexColumn.Ordinal => "STT",
        AnnexColumn.Name => "Tên đề án",
        AnnexColumn.ImplementingUnit => "Đơn vị thực hiện",
        AnnexColumn.Beneficiary => "Đơn vị thụ hưởng",
        AnnexColumn.Area => "Địa điểm",
        AnnexColumn.Goal => "Mục tiêu, quy mô",
        AnnexColumn.Commune => "Xã, phường",
        AnnexColumn.Period => "Thời gian thực hiện",
        AnnexColumn.PeriodEnd => "Thời gian kết thúc",
        AnnexColumn.Total => "Tổng kinh phí",
        AnnexColumn.Support => "Kinh phí hỗ trợ",
        AnnexColumn.NationalSupport => "KCQG hỗ trợ",
        AnnexColumn.Counterpart => "Đối ứng",
        AnnexColumn.Other => "Nguồn khác",
        AnnexColumn.Notes => "Ghi chú",
    };

    /// <summary>Said of a column that is to be left out.</summary>
    public const string NoColumn = "Không đọc cột này";

    /// <summary>"Hỗ trợ năm 2025", for a column of support by year.</summary>
    public static string SupportOf(int year) => string.Create(CultureInfo.InvariantCulture, $"Hỗ trợ năm {year}");

    /// <summary>"2024: 150.000.000 · 2025: 50.000.000"; null where a part of the support is not divided by years.</summary>
    public static string? ByYear(IEnumerable<AnnexRow> rows, AnnexColumn part)
    {
        var years = rows.SelectMany(r => r.ByYear).Where(y => y.Part == part && y.Amount is not null).GroupBy(y => y.Year).OrderBy(g => g.Key)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}: {VndFormat.Dong(g.Select(y => y.Amount!.Value).Sum())}")).ToList();
        return years.Count == 0 ? null : string.Join(" · ", years);
    }

    /// <summary>What a person may call a row.</summary>
    public static string Label(AnnexLineKind kind) => kind switch
    {
        AnnexLineKind.Item => "Đề án",
        AnnexLineKind.Part => "Thành phần của đề án ở trên",
        AnnexLineKind.Group => "Tên nhóm",
        AnnexLineKind.Section => "Tên phần (gồm nhiều nhóm)",
        AnnexLineKind.Subtotal => "Dòng cộng của nhóm",
        AnnexLineKind.GrandTotal => "Dòng TỔNG CỘNG",
        AnnexLineKind.Ignored => "Ghi chú, không đọc",
        _ => kind.ToString(),
    };

    public static string Label(MoneyUnit unit) => unit switch
    {
        MoneyUnit.Dong => "đồng",
        MoneyUnit.Thousand => "nghìn đồng",
        MoneyUnit.Million => "triệu đồng",
        MoneyUnit.Billion => "tỷ đồng",
    };

    private static string Body(AnnexProblem p) => p.Kind switch
    {
        AnnexProblemKind.SheetUnclear => $"nhiều trang tính có bảng danh mục: «{Text(p)}»; hãy chọn trang cần đọc.",
        AnnexProblemKind.UnitMissing => "không thấy đơn vị tính; hãy chọn đồng, nghìn đồng, triệu đồng hoặc tỷ đồng.",
        AnnexProblemKind.UnitAmbiguous => p.Text is null
            ? "tệp nêu nhiều đơn vị tính khác nhau; hãy chọn đơn vị của các số tiền trong bảng."
            : $"đơn vị tính «{Text(p)}» chưa rõ hoặc khác với chỗ khác trong bảng; hãy chọn đơn vị của các số tiền.",
        AnnexProblemKind.UnitsPerColumn => $"mỗi cột tiền ({Text(p)}) ghi một đơn vị tính riêng và được đọc theo đơn vị ấy.",
        AnnexProblemKind.AmountShownRounded => $"tệp hiển thị số đã làm tròn «{Text(p)}», trong ô là «{p.Expected}»{AndMore(p, "ô")}; số đầy đủ được giữ.",
        AnnexProblemKind.SupportColumnMissing => "bảng không có cột kinh phí hỗ trợ; chọn cột ấy ở «Các cột được hiểu là».",
        AnnexProblemKind.ColumnTwice => $"cột «{Text(p)}» trùng ý nghĩa với một cột khác ({Column(p)}); mỗi lần nhập chỉ giữ một cột.",
        AnnexProblemKind.OldText => $"chữ ở bảng mã cũ (TCVN3 hoặc VNI): «{Text(p)}» được chuyển thành «{Clip(p.Expected)}»{AndMore(p, "ô")}; hãy xem các dòng bên dưới rồi xác nhận.",
        AnnexProblemKind.PartsTooLong => $"các dòng thành phần của «{Text(p)}» dài hơn mục tiêu chứa được (2.000 ký tự); ghi rút gọn các ô ấy, hoặc đánh dấu bớt dòng là ghi chú.",
        AnnexProblemKind.TextUnreadable => $"chữ «{Text(p)}» không đọc được (sai bảng mã); hãy ghi lại.",
        AnnexProblemKind.NoProjects => "dưới dòng tiêu đề không có đề án nào.",
        AnnexProblemKind.IsAdjustment => "đây là phụ lục điều chỉnh (có số trước, sau điều chỉnh), không phải danh mục của một kế hoạch mới; hãy lập điều chỉnh của kế hoạch đang thực hiện.",
        AnnexProblemKind.NameMissing => "thiếu tên đề án.",
        AnnexProblemKind.NameIsFormulaWithoutValue => $"tên đề án là công thức «{Text(p)}» không có giá trị; hãy ghi tên bằng chữ.",
        AnnexProblemKind.AmountMissing => $"thiếu số tiền ở cột {Column(p)}.",
        AnnexProblemKind.AmountUnreadable => $"số tiền «{Text(p)}» không đọc được; ghi bằng số, ví dụ 180 hoặc 180,5.",
        AnnexProblemKind.AmountAmbiguous => $"số tiền «{Text(p)}» có thể hiểu theo hai cách (phần lẻ hoặc phần nghìn); ghi lại bằng ô số.",
        AnnexProblemKind.AmountNegative => $"số tiền «{Text(p)}» là số âm; số tiền phải từ 0 trở lên.",
        AnnexProblemKind.AmountNotWhole => $"số tiền «{Text(p)}» không tròn đồng.",
        AnnexProblemKind.AmountTooLarge => $"số tiền «{Text(p)}» quá lớn; hãy kiểm tra lại số và đơn vị tính.",
        AnnexProblemKind.AmountFormulaWithoutValue => $"công thức «{Text(p)}» chưa có giá trị; hãy mở tệp bằng Excel và lưu lại, hoặc ghi bằng số.",
        AnnexProblemKind.AmountErrorValue => $"ô chứa lỗi «{Text(p)}»; hãy sửa công thức hoặc ghi bằng số.",
        AnnexProblemKind.RowTotalDiffers => $"tổng kinh phí {Dong(p.Stated)} khác tổng các phần {Dong(p.Computed)} ({Difference(p)}).",
        AnnexProblemKind.YearsDiffer => $"{Column(p)} {Dong(p.Stated)} khác tổng các năm {Dong(p.Computed)} ({Difference(p)}); ghi lại ô này hoặc ô của một năm.",
        AnnexProblemKind.AreaMissing => "thiếu địa điểm; hãy chọn địa bàn.",
        AnnexProblemKind.AreaUnknown => $"không có đơn vị hành chính «{Text(p)}»{Perhaps(p)}; hãy chọn địa bàn.",
        AnnexProblemKind.AreaDoubtful => $"địa điểm «{Text(p)}» có thể là nhiều đơn vị{Perhaps(p)}; hãy chọn địa bàn.",
        AnnexProblemKind.PeriodMissing => "thiếu thời gian thực hiện.",
        AnnexProblemKind.PeriodUnreadable => $"thời gian «{Text(p)}» không đọc được; ghi như 05/2024 hoặc 05/2024 - 09/2024.",
        AnnexProblemKind.PeriodNoSuchMonth => $"thời gian «{Text(p)}»: không có tháng này; tháng từ 1 đến 12.",
        AnnexProblemKind.PeriodNoSuchQuarter => $"thời gian «{Text(p)}»: không có quý này; quý từ I đến IV.",
        AnnexProblemKind.PeriodNoSuchDay => $"thời gian «{Text(p)}»: không có ngày này.",
        AnnexProblemKind.PeriodEndBeforeStart => $"thời gian «{Text(p)}» kết thúc trước khi bắt đầu.",
        AnnexProblemKind.PeriodFormulaWithoutValue => $"thời gian là công thức «{Text(p)}» chưa có giá trị; hãy ghi bằng chữ.",
        AnnexProblemKind.PeriodYearMissing => $"thời gian «{Text(p)}» không ghi năm; ghi rõ năm, ví dụ 05/2024 - 09/2024.",
        AnnexProblemKind.PeriodGap => $"thời gian «{Text(p)}» gồm các tháng không liền nhau; ghi từ tháng đầu đến tháng cuối, ví dụ 03/2024 - 08/2024.",
        AnnexProblemKind.PeriodDuration => $"thời gian «{Text(p)}» chỉ nêu số tháng, chưa rõ từ tháng nào; ghi tháng bắt đầu và kết thúc, ví dụ 03/2024 - 08/2024.",
        AnnexProblemKind.PeriodAutoDate => p.Either is { } either ? AnnexPeriodTexts.Which(either) : $"thời gian «{Text(p)}» không rõ là ngày hay các tháng.",
        AnnexProblemKind.TextTooLong => $"nội dung cột {Column(p)} dài {p.Text} ký tự, nhiều nhất {p.Expected}; hãy rút gọn.",
        AnnexProblemKind.CategoryPerRow => string.Create(CultureInfo.InvariantCulture, $"{p.Count} đề án không thuộc nhóm nào; hãy nhận nội dung hoạt động được đề xuất theo tên, hoặc chọn cho từng đề án."),
        AnnexProblemKind.CategoryUnknown => $"chưa rõ nhóm «{Text(p)}» thuộc nội dung hoạt động nào; hãy chọn.",
        AnnexProblemKind.SubtotalDiffers => $"cột {Column(p)} của nhóm {Clip(p.GroupTitle)} ghi {Dong(p.Stated)}, cộng các dòng được {Dong(p.Computed)} ({DifferenceAndShare(p)}).",
        AnnexProblemKind.SubItemsDiffer => $"cột {Column(p)} của dòng tổng {Clip(p.GroupTitle)} ghi {Dong(p.Stated)}, cộng các mục con được {Dong(p.Computed)} ({DifferenceAndShare(p, "tổng các mục con")}).",
        AnnexProblemKind.GrandTotalDiffers => $"cột {Column(p)} của TỔNG CỘNG ghi {Dong(p.Stated)}, cộng các dòng được {Dong(p.Computed)} ({DifferenceAndShare(p)}).",
        AnnexProblemKind.CountDiffers => $"tệp ghi {Text(p)} đề án, bảng có {p.Expected} đề án.",
        AnnexProblemKind.OrdinalGap => $"số thứ tự {Text(p)} không nối tiếp, đáng lẽ là {p.Expected}.",
        AnnexProblemKind.OrdinalTwice => $"số thứ tự {Text(p)} đã có trong nhóm.",
        AnnexProblemKind.AnotherTranche => $"tiêu đề của tệp nêu {Text(p)}, kế hoạch đang chọn là {p.Expected}.",
        AnnexProblemKind.AnotherYear => $"tiêu đề của tệp nêu năm {Text(p)}, kế hoạch đang chọn là năm {p.Expected}.",
        AnnexProblemKind.AnotherSource => $"tệp nêu nguồn {Text(p)}, kế hoạch đang chọn nguồn {p.Expected}.",
        AnnexProblemKind.NameTwice => $"đề án «{Text(p)}» trùng với ô {p.Expected} (cùng tên, đơn vị thụ hưởng và địa điểm).",
        AnnexProblemKind.PeriodFarFromPlanYear => $"thời gian «{Text(p)}» cách xa năm kế hoạch {p.Expected}.",
        AnnexProblemKind.PeriodYearAssumed => $"thời gian không ghi năm (như «{Text(p)}») được hiểu là trong năm kế hoạch {p.Expected}; nếu là năm khác, ghi rõ năm.",
        AnnexProblemKind.HiddenRow => $"dòng này đang ẩn trong tệp nhưng vẫn được đọc: «{Text(p)}».",
        AnnexProblemKind.RowNotUnderstood => $"chưa rõ dòng «{Text(p)}» là tên nhóm hay ghi chú; hãy chọn.",
        AnnexProblemKind.GroupReadAsProject => $"nhóm «{Text(p)}» có kinh phí nhưng không có đề án nào bên dưới nên được đọc là một đề án.",
        AnnexProblemKind.PartsKept => $"các dòng thành phần của đề án «{Text(p)}»{AndMore(p)} được giữ trong mục tiêu của đề án.",
        AnnexProblemKind.PartsDiffer => $"cột {Column(p)} của «{Text(p)}» ghi {Dong(p.Stated)}, cộng các thành phần được {Dong(p.Computed)} ({DifferenceAndShare(p, "tổng các thành phần")}).",
        AnnexProblemKind.RowStruck => $"dòng «{Text(p)}»{AndMore(p)} bị gạch ngang nên không được đọc.",
        AnnexProblemKind.RowLeftOut => $"dòng «{Text(p)}»{AndMore(p)} có số tiền nhưng không phải đề án, nhóm hay dòng cộng nên không được đọc.",
        AnnexProblemKind.OtherTableBelow => $"bên dưới còn một bảng khác, không được đọc: từ dòng «{Text(p)}»{AndMore(p)}.",
        AnnexProblemKind.ColumnNotRead => $"cột {p.Expected}{(p.Text is null ? "" : $" «{Text(p)}»")} có số liệu nhưng không được đọc.",
        AnnexProblemKind.HiddenColumnNotRead => $"cột {p.Expected}{(p.Text is null ? "" : $" «{Text(p)}»")} đang ẩn (hoặc chữ trắng) và không được đọc.",
        AnnexProblemKind.HiddenColumnRead => $"cột {p.Expected} «{Text(p)}» đang ẩn (hoặc chữ trắng) trong tệp nhưng vẫn được đọc.",
        AnnexProblemKind.FundingYearFar => $"cột «{Text(p)}» được đọc là hỗ trợ năm {p.Year}, cách xa năm kế hoạch {p.Expected}; nếu không đúng, chọn lại ở «Các cột được hiểu là».",
        AnnexProblemKind.SupportOfAnotherYear => $"cột «{Text(p)}» nêu năm {p.Year} nhưng được ghi vào năm kế hoạch {p.Expected}; nếu không đúng, chọn «Hỗ trợ năm {p.Year}» ở «Các cột được hiểu là».",
        AnnexProblemKind.StruckPart => $"phần «{Text(p)}»{AndMore(p, "ô")} bị gạch ngang nên không được đọc.",
        AnnexProblemKind.CellHasNoValue => $"ô chứa lỗi hoặc công thức chưa có giá trị «{Text(p)}»; hãy ghi bằng chữ.",
        AnnexProblemKind.UnlikelyAmounts => p.Stated is { } most
            ? $"tổng kinh phí hỗ trợ của {p.Expected} đề án là {Dong(p.Computed)}, hơn {Dong(most)}; có thể sai đơn vị tính, hãy kiểm tra lại."
            : $"tổng kinh phí hỗ trợ của {p.Expected} đề án chỉ là {Dong(p.Computed)}; có thể sai đơn vị tính, hãy kiểm tra lại.",
        AnnexProblemKind.UnlikeOtherPlans => $"tổng kinh phí hỗ trợ {Dong(p.Computed)} {(p.Computed > p.Stated ? "gấp hơn 10 lần" : "chưa bằng 1/100")} mức trung vị {Dong(p.Stated)} của {p.Expected} kế hoạch gần đây; có thể sai đơn vị tính, hãy kiểm tra lại.",
        AnnexProblemKind.UnlikelyProject => $"hỗ trợ {Dong(p.Computed)} cho «{Text(p)}» gấp hơn 3 lần mức lớn nhất của một đề án trong các kế hoạch gần đây ({Dong(p.Stated)}), bằng {Share.Of(p.Computed ?? Vnd.Zero, p.Whole ?? Vnd.Zero)} tổng hỗ trợ của phụ lục; có thể sai đơn vị tính hoặc thừa chữ số.",
        AnnexProblemKind.AboveAllotment => $"hỗ trợ từ nguồn {Text(p)} là {Dong(p.Computed)}, bằng {Share.Of(p.Computed ?? Vnd.Zero, p.Stated ?? Vnd.Zero)} dự toán được giao năm {p.Expected} ({Dong(p.Stated)}), vượt {Dong((p.Computed ?? Vnd.Zero) - (p.Stated ?? Vnd.Zero))}; có thể sai đơn vị tính hoặc dự toán chưa được cập nhật.",
        AnnexProblemKind.OtherSheetHasTable => $"trang tính «{Text(p)}» cũng có một bảng, không được đọc.",
        AnnexProblemKind.ColumnMissing => $"bảng không có cột {Column(p)}.",
    };

    private static string AndMore(AnnexProblem p, string what = "dòng") => p.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" (và {p.Count - 1} {what} nữa)") : string.Empty;

    private static string Column(AnnexProblem p) => p.Column is { } column ? Label(column) + (p.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $" năm {year}") : string.Empty) : string.Empty;

    private static string Dong(Vnd? amount) => VndFormat.DongShort(amount ?? Vnd.Zero);

    private static string Difference(AnnexProblem p)
    {
        var difference = (p.Computed ?? Vnd.Zero) - (p.Stated ?? Vnd.Zero);
        return "chênh lệch " + (difference.IsNegative ? string.Empty : "+") + Dong(difference);
    }

    // A small share is not called none.
    private static string DifferenceAndShare(AnnexProblem p, string whole = "tổng của các dòng")
    {
        var share = Share.Of(((p.Computed ?? Vnd.Zero) - (p.Stated ?? Vnd.Zero)).Magnitude(), p.Computed ?? Vnd.Zero);
        return Difference(p) + (share.Percent is { } percent ? $", {(percent == 0 ? "chưa đến 0,1 %" : $"bằng {share}")} {whole}" : string.Empty);
    }

    private static string Perhaps(AnnexProblem p) => p.Candidates.Count == 0
        ? string.Empty
        : $" (có phải {string.Join(", ", p.Candidates.Select(AreaTexts.Of))}?)";

    private static string Text(AnnexProblem p) => Clip(p.Text);

    private static string Clip(string? text) => text is { Length: > Longest } ? text[..Longest].TrimEnd() + "…" : text ?? string.Empty;

    private static string UpperFirst(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
