using System.Text.RegularExpressions;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>Tells an adjustment's annex from a plan's by its headers: what stood before, what stands after, the difference.</summary>
internal static partial class AnnexAdjustmentHeader
{
    private enum Side
    {
        Before, After, Difference,
    }

    /// <summary>True for a header that speaks of an adjustment.</summary>
    public static bool Speaks(string? label) => VietnameseText.Fold(label).Contains("dieu chinh", StringComparison.Ordinal);

    /// <summary>The columns, where at least two of the three sides stand in the header; null for a plan's annex. What a person chose for a column comes first.</summary>
    public static AnnexAdjustmentColumns? Find(AnnexGrid grid, AnnexChoices choices, int firstRow, IReadOnlyDictionary<int, (int Row, string Text)> labels)
    {
        var columns = labels.Where(l => !choices.Columns.ContainsKey(l.Key) && !choices.Years.ContainsKey(l.Key) && AnnexLabels.Column(l.Value.Text) != AnnexColumn.Notes).OrderBy(l => l.Key)
            .Select(l => new Header(l.Key, new CellAddress(l.Value.Row, l.Key), [l.Value.Text, .. AnnexYears.Above(grid, firstRow, l.Value.Row, l.Key).Select(a => a.Text)]))
            .Where(h => h.Side is not null).ToList();
        if (columns.Select(h => h.Side).Distinct().Count() < 2 || !columns.Exists(h => h.IsAboutAdjustment)) return null;

        // Support is named so; without any, the one pair there is.
        var support = columns.Where(h => h.Amount == AnnexColumn.Support).ToList();
        if (support.Count == 0) support = columns.Where(h => h.Amount is null or AnnexColumn.Total).ToList();
        return new AnnexAdjustmentColumns(columns[0].Address, [.. columns.Select(h => (h.Column, h.Whole))], Only(Side.Before), Only(Side.After));

        int? Only(Side side) => support.Where(h => h.Side == side).ToList() is [var one] ? one.Column : null;
    }

    /// <summary>The labels of a column, the lowest first.</summary>
    private sealed record Header(int Column, CellAddress Address, IReadOnlyList<string> Labels)
    {
        public string Whole { get; } = string.Join(' ', Labels.Reverse());

        public bool IsAboutAdjustment { get; } = Labels.Any(Speaks);

        public AnnexColumn? Amount { get; } = Labels.Select(AnnexLabels.Column).FirstOrDefault(c => c is { } of && AnnexLayout.IsAmount(of));

        public Side? Side => Labels.Select(l => SideOf(VietnameseText.Fold(l))).FirstOrDefault(s => s is not null);

        private Side? SideOf(string text) => Reason().IsMatch(text) ? null
            : Differs().IsMatch(text) ? AnnexAdjustmentHeader.Side.Difference
            : !IsAboutAdjustment ? (Decided().IsMatch(text) ? AnnexAdjustmentHeader.Side.Before : null)
            : Words(text, "truoc") ? AnnexAdjustmentHeader.Side.Before
            : Words(text, "sau") ? AnnexAdjustmentHeader.Side.After : null;

        private static bool Words(string text, string word) => $" {text} ".Contains($" {word} ", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?:ly do|can cu|noi dung)\b", RegexOptions.None, 1000)]
    private static partial Regex Reason();

    [GeneratedRegex(@"\b(?:chenh lech|tang|giam)\b", RegexOptions.None, 1000)]
    private static partial Regex Differs();

    [GeneratedRegex(@"\b(?:da (?:phe )?duyet|da giao)\b", RegexOptions.None, 1000)]
    private static partial Regex Decided();
}
