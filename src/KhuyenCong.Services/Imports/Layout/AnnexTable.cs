using System.Globalization;
using KhuyenCong.Domain.Money;
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
    private readonly List<(SheetRow Row, Draft? Group, Section? Section)> _statedSums = [];
    private Section? _section;
    private readonly AnnexSubItems _subItems = new();

    private AnnexTable()
    {
    }

    public IReadOnlyList<AnnexGroup> Groups { get; private set; } = [];

    /// <summary>The number of projects that the row TỔNG CỘNG names.</summary>
    public (int Count, CellAddress Cell)? StatedCount { get; private set; }

    /// <summary>Lines of sums, and titles of groups and sections.</summary>
    public (int Groups, int Sums) Frame { get; private set; }

    public static AnnexTable Read(
        IReadOnlyList<AnnexLine> lines, AnnexRowReader rows, CategoryMatcher categories, AnnexChoices choices, AnnexFindings findings)
    {
        var table = new AnnexTable
        {
            Frame = (lines.Count(l => l.Kind is AnnexLineKind.Group or AnnexLineKind.Section), lines.Count(l => l.Kind is AnnexLineKind.Subtotal or AnnexLineKind.GrandTotal)),
        };
        var lastItem = lines.ToList().FindLastIndex(l => l.Kind == AnnexLineKind.Item || l is { Kind: AnnexLineKind.Group, HasAmount: true });
        for (var i = 0; i < lines.Count; i++) table.Take(lines, i, lastItem, rows, findings);
        table.ReadGroupsAlone(rows, findings);
        table.Close(categories, choices, findings);
        return table;
    }

    public List<AnnexStatedSum> CheckSums(AnnexSums sums)
    {
        var all = Groups.SelectMany(g => g.Rows).ToList();
        var result = new List<AnnexStatedSum>();
        foreach (var (row, draft, section) in _statedSums)
        {
            var group = draft?.Closed;
            if (section is null) result.AddRange(sums.Check(row, group, group?.Rows ?? all));
            else sums.CheckPart(AnnexProblemKind.SubtotalDiffers, section.Line, [.. _drafts.Where(d => d.Section == section).SelectMany(d => d.Rows)]);
        }

        foreach (var (line, rows) in _subItems.Sums) sums.CheckPart(AnnexProblemKind.SubItemsDiffer, line, rows);
        foreach (var row in all.Where(r => r.Parts.Count > 0)) sums.CheckParts(row);

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
                if (_drafts.Count == 0) _drafts.Add(new Draft(null, _section));
                _drafts[^1].Rows.Add(rows.Read(line) with { Source = _section?.Source });
                _subItems.Add(line, _drafts[^1].Rows[^1]);
                break;
            case AnnexLineKind.Part when _drafts.LastOrDefault()?.Rows is [.., var project]:
                _drafts[^1].Rows[^1] = rows.WithPart(project, line);
                break;
            case AnnexLineKind.Section:
                _subItems.Close();
                _section = new Section(line, AnnexHeadingReader.SourceIn(VietnameseText.Fold(line.Label)));
                if (line.HasAmount) _statedSums.Add((line.Row, null, _section));
                break;
            case AnnexLineKind.Group:
                _subItems.Close();
                _drafts.Add(new Draft(line, _section) { StatesSum = line.HasAmount });
                _statedSums.Add((line.Row, _drafts[^1], null));
                break;
            case AnnexLineKind.Subtotal:
                var group = index > lastItem && SumsAll(line) ? null : _drafts.LastOrDefault();
                if (group is not null) group.StatesSum = true;
                _statedSums.Add((line.Row, group, null));
                break;
            case AnnexLineKind.GrandTotal:
                _statedSums.Add((line.Row, null, null));
                if (AnnexHeadingReader.CountIn(VietnameseText.Fold(line.Label)) is { } count) StatedCount = (count, line.LabelCell);
                break;
            case AnnexLineKind.Text when index < lastItem:
                findings.Fault(new(AnnexProblemKind.RowNotUnderstood, line.LabelCell) { Text = line.Label });
                break;
            case AnnexLineKind.Struck or AnnexLineKind.OtherTable or AnnexLineKind.Breakdown or AnnexLineKind.Part or AnnexLineKind.Ignored:
                findings.LeaveOut(line);
                break;
            case AnnexLineKind.Text:
                findings.LeaveOut(line);
                break;
            case AnnexLineKind.Skip:
                break;
        }
    }

    /// <summary>«II. Chi phí quản lý: 141» with no project below is one itself: no amount is lost.</summary>
    private void ReadGroupsAlone(AnnexRowReader rows, AnnexFindings findings)
    {
        foreach (var draft in _drafts.Where(d => d is { Rows.Count: 0, Line.HasAmount: true } && rows.HasMoney(d.Line!)))
        {
            draft.Rows.Add(rows.Read(draft.Line!) with { Source = draft.Section?.Source });
            _statedSums.RemoveAll(s => s.Group == draft);
            findings.Warn(new(AnnexProblemKind.GroupReadAsProject, draft.Line!.LabelCell) { Text = draft.Line.Label });
        }
    }

    /// <summary>A bare "Cộng" after the last project sums the whole annex, unless the last group still waits for its own.</summary>
    private bool SumsAll(AnnexLine line) =>
        VietnameseText.Fold(line.Label ?? line.Ordinal) == "cong"
        && (_drafts is [] or [{ Line: null }] || (_drafts.Count > 1 && (_drafts[^1].StatesSum || !_drafts.Exists(d => d.StatesSum))));

    private void Close(CategoryMatcher categories, AnnexChoices choices, AnnexFindings findings)
    {
        var groups = new List<AnnexGroup>();
        foreach (var draft in _drafts.Where(d => d.Rows.Count > 0))
        {
            var index = groups.Count;
            if (draft.Line is not { LabelCell: var cell } line)
            {
                draft.Closed = new AnnexGroup(index, null, null, null, null, WithCategories(draft.Rows, categories, choices, findings));
                groups.Add(draft.Closed);
                continue;
            }

            var category = Chosen(cell) ?? categories.Match(line.Label);
            var group = new AnnexGroup(index, cell, line.Ordinal?.TrimEnd('.', ')', ':'), line.Label, category, draft.Rows);
            if (category is null) findings.Fault(new(AnnexProblemKind.CategoryUnknown, cell) { Text = group.Title, Group = index });

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

        string? Chosen(CellAddress cell) => choices.Categories.TryGetValue(cell, out var code) && categories.Knows(code) ? code : null;
    }

    // Without a group each project says by itself what it is; its name only proposes.
    private static List<AnnexRow> WithCategories(List<AnnexRow> rows, CategoryMatcher categories, AnnexChoices choices, AnnexFindings findings)
    {
        string? Known(string? code) => code is not null && categories.Knows(code) ? code : null;
        var chosen = rows.ConvertAll(r => r with { Category = Known(choices.Categories.GetValueOrDefault(r.Cells[AnnexColumn.Name].Address)) ?? Known(choices.RestCategory) });
        if (chosen.Find(r => r.Category is null) is { } open) findings.Fault(new(AnnexProblemKind.CategoryPerRow, open.Cells[AnnexColumn.Name].Address) { Count = chosen.Count(r => r.Category is null) });
        return chosen;
    }

    private sealed record Section(AnnexLine Line, FundingSource? Source);

    private sealed class Draft(AnnexLine? line, Section? section)
    {
        public Section? Section { get; } = section;

        public AnnexLine? Line { get; } = line;

        public List<AnnexRow> Rows { get; } = [];

        public bool StatesSum { get; set; }

        public AnnexGroup? Closed { get; set; }
    }
}
