using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Findings;

/// <summary>
/// Answers as forms carry them and the upload keeps them: a subject such as "o:I22" (the cell I22), "dia-ban:E17" (the place in it),
/// "nhom:B10" (the category of the group titled there), "dong:12", "cot:H" (a meaning, or "Year2025" for the support of that year), "don-vi",
/// "trang", "ly-do:OrdinalGap" (why warnings of a kind are accepted), "tong:G40" (which figure stands there), and a value. What is not of this form
/// is ignored: the question then stays open.
/// </summary>
public static class AnnexAnswers
{
    public const string Unit = "don-vi";
    public const string Sheet = "trang";
    public const string Texts = "bang-ma";
    public const string ToUnicode = "unicode";
    public const string WholeProvince = "tinh";

    /// <summary>The category of every project without a group and without a category of its own.</summary>
    public const string RestCategory = "nhom-con-lai";

    /// <summary>A column that is not to be read.</summary>
    public const string NoColumn = "khong";

    /// <summary>In place of a reason, where having seen a warning is enough.</summary>
    public const string Seen = "da-xem";

    private const string LinesStand = "dong", FileStands = "tep", YearName = "Year";

    private const string CellName = "o", AreaName = "dia-ban", CategoryName = "nhom", RowName = "dong", ColumnName = "cot", ReasonName = "ly-do", StandingName = "tong";

    /// <summary>What a person may call a row.</summary>
    public static readonly IReadOnlyList<AnnexLineKind> RowKinds =
        [AnnexLineKind.Item, AnnexLineKind.Part, AnnexLineKind.Group, AnnexLineKind.Section, AnnexLineKind.Subtotal, AnnexLineKind.GrandTotal, AnnexLineKind.Ignored];

    public static string OfCell(CellAddress cell) => $"{CellName}:{cell}";

    public static string OfArea(CellAddress cell) => $"{AreaName}:{cell}";

    public static string OfCategory(CellAddress cell) => $"{CategoryName}:{cell}";

    public static string OfRow(int row) => string.Create(CultureInfo.InvariantCulture, $"{RowName}:{row}");

    public static string OfColumn(int column) => $"{ColumnName}:{CellAddress.ColumnLetters(column)}";

    /// <summary>Why the warnings of a kind are accepted.</summary>
    public static string OfReason(AnnexProblemKind kind) => $"{ReasonName}:{kind}";

    /// <summary>Which figure stands, of a sum stated in a cell and the one of its lines.</summary>
    public static string OfStanding(CellAddress cell) => $"{StandingName}:{cell}";

    /// <summary>The answer that one of the two stands: with both as they are now, so that it holds no longer than they do.</summary>
    public static string Standing(AnnexProblem problem, bool isOfLines) => $"{(isOfLines ? LinesStand : FileStands)}:{problem.Computed}:{problem.Stated}";

    public static bool IsReason(string subject) => subject.StartsWith(ReasonName + ":", StringComparison.Ordinal);

    /// <summary>The form's field that answers a subject.</summary>
    public static string Field(string subject) => $"tl[{subject}]";

    /// <summary>The value by which a column is the support of a budget year.</summary>
    public static string OfYear(int year) => string.Create(CultureInfo.InvariantCulture, $"{YearName}{year}");

    /// <summary>The cell whose text is replaced; null for any other subject.</summary>
    public static CellAddress? CellOf(string subject) => subject.Split(':') is [CellName, var cell] ? CellAddress.Parse(cell) : null;

    /// <summary>True when the value can answer the subject.</summary>
    public static bool IsAnswer(string subject, string value) => Read([new(subject, value)]) is var choices
        && (choices.Areas.Count + choices.Categories.Count + choices.Rows.Count + choices.Columns.Count + choices.Years.Count + choices.Typed.Count + choices.Reasons.Count + choices.Standing.Count > 0 || choices.Unit is not null || choices.Sheet is not null || choices.RestCategory is not null || choices.ConvertsTexts);

    public static AnnexChoices Read(IEnumerable<KeyValuePair<string, string>> answers)
    {
        var (areas, categories, rows) = (new Dictionary<CellAddress, AreaChoice>(), new Dictionary<CellAddress, string>(), new Dictionary<int, AnnexLineKind>());
        var (columns, years, typed) = (new Dictionary<int, AnnexColumn?>(), new Dictionary<int, int>(), new Dictionary<CellAddress, string>());
        var (reasons, standing) = (new Dictionary<AnnexProblemKind, string>(), new Dictionary<CellAddress, AnnexStanding>());
        MoneyUnit? unit = null;
        var (sheet, rest, converts) = ((string?)null, (string?)null, false);
        foreach (var (subject, value) in answers)
        {
            var parts = subject.Split(':');
            var cell = CellAddress.Parse(parts[^1]);
            if (subject == Unit) unit = Named<MoneyUnit>(value);
            else if (subject == Sheet) sheet = value;
            else if (subject == RestCategory && value.Length is > 0 and < 20) rest = value;
            else if (subject == Texts) converts = value == ToUnicode;
            else if (parts is [CellName, _] && cell is { } place) typed[place] = value;
            else if (parts is [AreaName, _] && cell is { } at && AreaOf(value) is { } area) areas[at] = area;
            else if (parts is [CategoryName, _] && cell is { } title && value.Length is > 0 and < 20) categories[title] = value;
            else if (parts is [RowName, var row] && Number(row) is { } number && Named<AnnexLineKind>(value) is { } kind && RowKinds.Contains(kind)) rows[number] = kind;
            else if (parts is [ColumnName, var year] && CellAddress.Parse(year + "1") is { } top && YearOf(value) is { } budget) years[top.Column] = budget;
            else if (parts is [ColumnName, var letters] && CellAddress.Parse(letters + "1") is { } head && (value == NoColumn || Named<AnnexColumn>(value) is not null)) columns[head.Column] = Named<AnnexColumn>(value);
            else if (parts is [ReasonName, var warning] && Named<AnnexProblemKind>(warning) is { } accepted && value.Length > 0) reasons[accepted] = value;
            else if (parts is [StandingName, _] && cell is { } sum && StandingIn(value) is { } chosen) standing[sum] = chosen;
        }

        return new AnnexChoices { Areas = areas, Categories = categories, Rows = rows, Columns = columns, Years = years, Typed = typed, Unit = unit, Sheet = sheet, RestCategory = rest, ConvertsTexts = converts, Reasons = reasons, Standing = standing };
    }

    // Places are typed; numbers of units stand in what was answered by choosing from a list.
    private static AreaChoice? AreaOf(string value)
    {
        if (value == WholeProvince) return AreaChoice.Whole;
        if (string.IsNullOrWhiteSpace(value)) return null;
        var ids = value.Split(',').Select(Number).ToList();
        return ids.TrueForAll(i => i is not null) ? AreaChoice.Of([.. ids.OfType<int>().Distinct()]) : AreaChoice.Typed(value);
    }

    private static AnnexStanding? StandingIn(string value) =>
        value.Split(':') is [LinesStand or FileStands, var computed, var stated] parts && Amount(computed) is { } lines && Amount(stated) is { } file
            ? new AnnexStanding(parts[0] == LinesStand, lines, file) : null;

    private static Vnd? Amount(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var dong) ? new Vnd(dong) : null;

    private static int? YearOf(string value) => value.StartsWith(YearName, StringComparison.Ordinal) && Number(value[YearName.Length..]) is { } year and >= 2000 and <= 2100 ? year : null;

    private static T? Named<T>(string value)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => v.ToString() == value).Select(v => (T?)v).FirstOrDefault();

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
