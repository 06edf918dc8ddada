using System.Globalization;
using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Categories;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Layout;

/// <summary>The groups of an annex with their projects, and the rows that state sums of them.</summary>
internal sealed class AnnexTable
{
    private const int LongestTitle = 500;

    private readonly List<Draft> _drafts = [];
    private readonly List<(SheetRow Row, Draft? Group)> _statedSums = [];
    private readonly AnnexSubItems _subItems = new();

    private AnnexTable()
    {
    }

    public IReadOnlyList<AnnexGroup> Groups { get; private set; } = [];

    /// <summary>The number of projects that the row TỔNG CỘNG names.</summary>
    public (int Count, CellAddress Cell)? StatedCount { get; private set; }

    public static AnnexTable Read(
        IReadOnlyList<AnnexLine> lines, AnnexRowReader rows, CategoryMatcher categories, AnnexChoices choices, AnnexFindings findings)
    {
        var table = new AnnexTable();
        var lastItem = lines.ToList().FindLastIndex(l => l.Kind == AnnexLineKind.Item);
        for (var i = 0; i < lines.Count; i++) table.Take(lines, i, lastItem, rows, findings);
        table.Close(categories, choices, findings);
        return table;
    }

    public List<AnnexStatedSum> CheckSums(AnnexSums sums)
    {
        var all = Groups.SelectMany(g => g.Rows).ToList();
        var result = new List<AnnexStatedSum>();
        foreach (var (row, draft) in _statedSums)
        {
            var group = draft?.Closed;
            result.AddRange(sums.Check(row, group, group?.Rows ?? all));
        }

        foreach (var (line, rows) in _subItems.Sums) sums.CheckSubItems(line, rows);

        return result;
    }

    private void Take(IReadOnlyList<AnnexLine> lines, int index, int lastItem, AnnexRowReader rows, AnnexFindings findings)
    {
        var line = lines[index];
        switch (line.Kind)
        {
            case AnnexLineKind.Item when _subItems.Takes(lines, index):
                break;
            case AnnexLineKind.Item:
                if (_drafts.Count == 0) _drafts.Add(new Draft(null));
                _drafts[^1].Rows.Add(rows.Read(line));
                _subItems.Add(line, _drafts[^1].Rows[^1]);
                break;
            case AnnexLineKind.Group:
            case AnnexLineKind.Text when line.MayBeGroup && index < lastItem:
                _subItems.Close();
                _drafts.Add(new Draft(line) { StatesSum = line.HasAmount });
                _statedSums.Add((line.Row, _drafts[^1]));
                break;
            case AnnexLineKind.Subtotal:
                var group = index > lastItem && SumsAll(line) ? null : _drafts.LastOrDefault();
                if (group is not null) group.StatesSum = true;
                _statedSums.Add((line.Row, group));
                break;
            case AnnexLineKind.GrandTotal:
                _statedSums.Add((line.Row, null));
                if (AnnexHeadingReader.CountIn(VietnameseText.Fold(line.Label)) is { } count) StatedCount = (count, line.LabelCell);
                break;
            case AnnexLineKind.Text when index < lastItem:
                findings.Warn(new(AnnexProblemKind.RowNotUnderstood, line.LabelCell) { Text = line.Label });
                break;
            case AnnexLineKind.Text:
            case AnnexLineKind.Skip:
                break;
        }
    }

    /// <summary>A bare "Cộng" after the last project sums the whole annex, unless the last group still waits for its own.</summary>
    private bool SumsAll(AnnexLine line) =>
        VietnameseText.Fold(line.Label ?? line.Ordinal) == "cong"
        && _drafts.Count > 1
        && (_drafts[^1].StatesSum || !_drafts.Exists(d => d.StatesSum));

    private void Close(CategoryMatcher categories, AnnexChoices choices, AnnexFindings findings)
    {
        var groups = new List<AnnexGroup>();
        foreach (var draft in _drafts.Where(d => d.Rows.Count > 0))
        {
            var index = groups.Count;
            var chosen = choices.Categories.TryGetValue(index, out var code) && categories.Knows(code) ? code : null;
            var category = chosen ?? categories.Match(draft.Line?.Label);
            var cell = draft.Line?.LabelCell;
            var group = new AnnexGroup(index, cell, draft.Line?.Ordinal?.TrimEnd('.', ')', ':'), draft.Line?.Label, category, draft.Rows);
            if (category is null)
            {
                findings.Fault(new(AnnexProblemKind.CategoryUnknown, cell ?? draft.Rows[0].Cells[AnnexColumn.Name].Address) { Text = group.Title, Group = index });
            }

            if (group.Title is { Length: > LongestTitle } title)
            {
                findings.Fault(new(AnnexProblemKind.TextTooLong, cell)
                {
                    Column = AnnexColumn.Name, Text = title.Length.ToString(CultureInfo.InvariantCulture), Expected = LongestTitle.ToString(CultureInfo.InvariantCulture),
                });
            }

            draft.Closed = group;
            groups.Add(group);
        }

        _statedSums.RemoveAll(s => s.Group is { Closed: null });
        Groups = groups;
    }

    private sealed class Draft(AnnexLine? line)
    {
        public AnnexLine? Line { get; } = line;

        public List<AnnexRow> Rows { get; } = [];

        public bool StatesSum { get; set; }

        public AnnexGroup? Closed { get; set; }
    }
}
