using KhuyenCong.Domain.Documents;
using KhuyenCong.Services.Imports.Amounts;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Vi;

/// <summary>Words for the readings that the office remembers.</summary>
public static class AnnexAliasTexts
{
    private static readonly CellAddress Anywhere = new(1, 1);

    public static string Of(AnnexAliasKind kind) => kind switch
    {
        AnnexAliasKind.Column => "Tiêu đề cột",
        AnnexAliasKind.Category => "Tên nhóm",
        AnnexAliasKind.Place => "Địa điểm",
        AnnexAliasKind.Unit => "Đơn vị tính",
        AnnexAliasKind.Row => "Dòng giữa các đề án",
    };

    /// <summary>What is understood by a remembered value.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="value">As answers write it.</param>
    /// <param name="unitName">The name of an administrative unit.</param>
    /// <param name="categoryTitle">The title of a category.</param>
    public static string Meaning(AnnexAliasKind kind, string value, Func<int, string?> unitName, Func<string, string?> categoryTitle)
    {
        var choices = AnnexAnswers.Read([new(SubjectOf(kind), value)]);
        return kind switch
        {
            AnnexAliasKind.Column => choices.Columns.Values.FirstOrDefault() is { } column ? AnnexTexts.Label(column) : AnnexTexts.NoColumn,
            AnnexAliasKind.Category => categoryTitle(value) is { } title ? $"{value} – {title}" : value,
            AnnexAliasKind.Place when choices.Areas.Values.FirstOrDefault() is { } choice => choice.WholeProvince ? AreaTexts.WholeProvince
                : choice.UnitIds.Count == 0 ? value : string.Join("; ", choice.UnitIds.Select(id => unitName(id) ?? "?")),
            AnnexAliasKind.Unit when choices.Unit is { } unit => AnnexTexts.Label(unit),
            AnnexAliasKind.Row when choices.Rows.Count > 0 => AnnexTexts.Label(choices.Rows.Values.First()),
            AnnexAliasKind.Place or AnnexAliasKind.Unit or AnnexAliasKind.Row => value,
        };
    }

    /// <summary>Everything that a text of the kind may mean, but places and categories.</summary>
    public static IReadOnlyList<AnnexOption> Options(AnnexAliasKind kind) => kind switch
    {
        AnnexAliasKind.Column => [.. Enum.GetValues<AnnexColumn>().Select(c => new AnnexOption(c.ToString(), AnnexTexts.Label(c))), new AnnexOption(AnnexAnswers.NoColumn, AnnexTexts.NoColumn)],
        AnnexAliasKind.Unit => [.. Enum.GetValues<MoneyUnit>().Select(u => new AnnexOption(u.ToString(), AnnexTexts.Label(u)))],
        AnnexAliasKind.Row => [.. AnnexAnswers.RowKinds.Select(k => new AnnexOption(k.ToString(), AnnexTexts.Label(k)))],
        AnnexAliasKind.Category or AnnexAliasKind.Place => [],
    };

    /// <summary>A subject of the kind, by which its value is read as answers are.</summary>
    private static string SubjectOf(AnnexAliasKind kind) => kind switch
    {
        AnnexAliasKind.Column => AnnexAnswers.OfColumn(1),
        AnnexAliasKind.Category => AnnexAnswers.OfCategory(Anywhere),
        AnnexAliasKind.Place => AnnexAnswers.OfArea(Anywhere),
        AnnexAliasKind.Unit => AnnexAnswers.Unit,
        AnnexAliasKind.Row => AnnexAnswers.OfRow(1),
    };
}
