using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>An annex's rows as a preview shows them: all of a short annex; of a long one the first and the remarkable.</summary>
public sealed class PreviewTable
{
    private const int ShortAnnex = 200;
    private const int FirstRows = 50;
    private const int MostRemarkable = 150;

    private readonly ILookup<CellAddress, AnnexProblem> _faults;
    private readonly ILookup<CellAddress, AnnexProblem> _warnings;
    private readonly HashSet<CellAddress> _shownCells;

    public PreviewTable(AnnexPreview preview, bool all)
    {
        Preview = preview;
        _faults = preview.Faults.Where(f => f.Cell is not null).ToLookup(f => f.Cell!.Value);
        _warnings = preview.Warnings.Where(f => f.Cell is not null).ToLookup(f => f.Cell!.Value);
        IsShortened = !all && preview.Count > ShortAnnex;
        var remarkable = preview.Rows.Where(r => r.Cells.Values.Any(c => _faults.Contains(c.Address) || _warnings.Contains(c.Address))).Take(MostRemarkable);
        var shown = (IsShortened ? preview.Rows.Take(FirstRows).Concat(remarkable) : preview.Rows).ToHashSet<AnnexRow>(ReferenceEqualityComparer.Instance);
        Groups = [.. preview.Groups.Select(g => new PreviewGroup(g, [.. g.Rows.Where(shown.Contains)]))];
        ShownCount = shown.Count;
        Columns = [.. new[] { AnnexColumn.Total, AnnexColumn.Support, AnnexColumn.NationalSupport, AnnexColumn.Counterpart, AnnexColumn.Other }
            .Where(c => (c != AnnexColumn.Other || HasOther(preview)) && (c != AnnexColumn.NationalSupport || preview.Columns.Any(f => f.Column == c)))];
        _shownCells = [.. Groups.SelectMany(g => g.Rows).SelectMany(r => r.Cells.Values).Select(c => c.Address), .. preview.Sums.Select(s => s.Cell), .. preview.Groups.Select(g => g.Cell).OfType<CellAddress>()];
    }

    public AnnexPreview Preview { get; }

    public IReadOnlyList<PreviewGroup> Groups { get; }

    /// <summary>The columns of money, in the annex's order of meaning.</summary>
    public IReadOnlyList<AnnexColumn> Columns { get; }

    /// <summary>True when rows without remark are left out.</summary>
    public bool IsShortened { get; }

    public int ShownCount { get; }

    /// <summary>The id of a cell's place in the table; null when the table does not show it.</summary>
    public string? IdOf(CellAddress? cell) => cell is { } address && _shownCells.Contains(address) ? "o-" + address : null;

    public IEnumerable<AnnexProblem> FaultsAt(CellAddress cell) => _faults[cell];

    public IEnumerable<AnnexProblem> WarningsAt(CellAddress cell) => _warnings[cell];

    /// <summary>The sum that the annex states for a group (null: the whole annex); a wrong one before a right one.</summary>
    public AnnexStatedSum? StatedOf(AnnexColumn column, int? group) =>
        Preview.Sums.Where(s => s.Column == column && s.Group == group).OrderBy(s => s.Agrees).FirstOrDefault();

    // An empty column would only cost width.
    private static bool HasOther(AnnexPreview preview) =>
        preview.Rows.Any(r => r.Other is null or { IsZero: false }) || preview.Sums.Any(s => s is { Column: AnnexColumn.Other, Agrees: false });

    /// <summary>"tổng 5.089.000.000 đ = hỗ trợ 2.550.000.000 đ + đối ứng 2.539.000.000 đ".</summary>
    public static string SumSentence(AnnexDraft draft) => SumSentence(draft.Total, draft.Support, draft.Counterpart, draft.Other);

    public static string SumSentence(AnnexPreview preview) => SumSentence(
        preview.SumOfSupport + preview.SumOf(AnnexColumn.Counterpart) + preview.SumOf(AnnexColumn.Other),
        preview.SumOfSupport, preview.SumOf(AnnexColumn.Counterpart), preview.SumOf(AnnexColumn.Other));

    private static string SumSentence(Vnd total, Vnd support, Vnd counterpart, Vnd other) =>
        $"tổng {VndFormat.DongShort(total)} = hỗ trợ {VndFormat.DongShort(support)} + đối ứng {VndFormat.DongShort(counterpart)}"
        + (other.IsZero ? "" : $" + nguồn khác {VndFormat.DongShort(other)}");
}
