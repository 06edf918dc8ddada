using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Rows;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Plans;
using KhuyenCong.Services.Vi;
using Microsoft.AspNetCore.WebUtilities;

namespace KhuyenCong.Web.Pages.KeHoach;

/// <summary>A page of an annex's rows as a preview shows them.</summary>
public sealed class PreviewTable
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 100;

    private readonly ILookup<CellAddress, AnnexProblem> _faults;
    private readonly ILookup<CellAddress, AnnexProblem> _warnings;
    private readonly Dictionary<CellAddress, int> _pages = [];

    private readonly string _path;
    private readonly NewPlanRequest _plan;

    /// <param name="import">The annex, and the plan that it is read for.</param>
    /// <param name="path">Where the preview is shown.</param>
    /// <param name="page">From 1; the last one for any later.</param>
    public PreviewTable(AnnexImport import, string path, int page)
    {
        var preview = import.Preview;
        (Preview, _plan, _path) = (preview, import.Plan, path);
        Page = Math.Clamp(page, 1, Math.Max(1, (preview.Count + PageSize - 1) / PageSize));
        _faults = preview.Faults.Where(f => f.Cell is not null).ToLookup(f => f.Cell!.Value);
        _warnings = preview.Warnings.Where(f => f.Cell is not null).ToLookup(f => f.Cell!.Value);
        var shown = preview.Rows.Skip((Page - 1) * PageSize).Take(PageSize).ToHashSet<AnnexRow>(ReferenceEqualityComparer.Instance);
        Groups = [.. preview.Groups.Select(g => new PreviewGroup(g, [.. g.Rows.Where(shown.Contains)])).Where(g => g.Rows.Count > 0)];
        Columns = [.. new[] { AnnexColumn.Total, AnnexColumn.Support, AnnexColumn.NationalSupport, AnnexColumn.Counterpart, AnnexColumn.Other }
            .Where(c => (c != AnnexColumn.Other || HasOther(preview)) && (c != AnnexColumn.NationalSupport || preview.Columns.Any(f => f.Column == c) || preview.Years.Any(y => y.Part == c)))];
        SharedUnit = preview.Rows.Select(r => r.ImplementingUnit).Distinct(StringComparer.Ordinal).ToList() is [{ } one] ? one : null;
        PlaceCells();
    }

    public AnnexPreview Preview { get; }

    public int Page { get; }

    /// <summary>The groups with rows on this page.</summary>
    public IReadOnlyList<PreviewGroup> Groups { get; }

    /// <summary>The columns of money, in the annex's order of meaning.</summary>
    public IReadOnlyList<AnnexColumn> Columns { get; }

    /// <summary>What a column is called; beside the national programme's support the plan's own is named as what it is.</summary>
    public string LabelOf(AnnexColumn column) =>
        column == AnnexColumn.Support && Columns.Contains(AnnexColumn.NationalSupport) ? "KCĐP hỗ trợ" : AnnexTexts.Label(column);

    /// <summary>Budget years that a column may be the support of: those near the plan's, and those in use.</summary>
    public IReadOnlyList<int> YearsOffered =>
        [.. Enumerable.Range((_plan.Year ?? Preview.Heading.Year ?? 2000) - 2, 6).Concat(Preview.Years.Select(y => y.Year)).Distinct().Order()];

    /// <summary>Who carries out every project alike: said once; null where they differ.</summary>
    public string? SharedUnit { get; }

    /// <summary>Where the workbook with its findings is handed out.</summary>
    public string NotesAddress => QueryHelpers.AddQueryString(PreviewAddress.Of(_path, _plan), "handler", "TepGhiChu");

    /// <summary>Where an adjustment's annex becomes an adjustment of the plan that was chosen.</summary>
    public string AdjustmentAddress => PreviewAddress.Of(_path + "/dieu-chinh", _plan);

    /// <summary>Where a cell stands in the rows; null when they do not show it.</summary>
    public string? LinkTo(CellAddress? cell) => PageOf(cell) is { } page ? $"{(page == Page ? "" : PreviewAddress.Of(_path, _plan, page))}#o-{cell}" : null;

    private int? PageOf(CellAddress? cell) => cell is { } address && _pages.TryGetValue(address, out var page) ? page : null;

    /// <summary>The id of a cell's place in the table; null when this page does not show it.</summary>
    public string? IdOf(CellAddress? cell) => PageOf(cell) == Page ? "o-" + cell : null;

    public IEnumerable<AnnexProblem> FaultsAt(CellAddress cell) => _faults[cell];

    public IEnumerable<AnnexProblem> WarningsAt(CellAddress cell) => _warnings[cell];

    /// <summary>The sum that the annex states for a group (null: the whole annex); a wrong one before a right one. The sum of the only group is the whole's.</summary>
    public AnnexStatedSum? StatedOf(AnnexColumn column, int? group) =>
        Preview.Sums.Where(s => s.Column == column && s.Year is null && (s.Group == group || (group is null && Preview.Groups.Count == 1))).OrderBy(s => s.Agrees).FirstOrDefault();

    // A group's title and sums stand on every page that shows rows of it; a link leads to the first.
    private void PlaceCells()
    {
        var number = 0;
        var sums = Preview.Sums.ToLookup(s => s.Group, s => s.Cell);
        foreach (var group in Preview.Groups)
        {
            int PageHere() => (number / PageSize) + 1;
            if (group.Cell is { } title) _pages.TryAdd(title, PageHere());
            foreach (var sum in sums[group.Index]) _pages.TryAdd(sum, PageHere());
            foreach (var row in group.Rows)
            {
                foreach (var cell in row.Cells.Values) _pages.TryAdd(cell.Address, PageHere());
                number++;
            }
        }

        foreach (var sum in sums[null]) _pages.TryAdd(sum, Page);
    }

    // An empty column would only cost width.
    private static bool HasOther(AnnexPreview preview) =>
        preview.Rows.Any(r => r.Other is null or { IsZero: false }) || preview.Sums.Any(s => s is { Column: AnnexColumn.Other, Agrees: false });

    /// <summary>Where a draft that was made is shown.</summary>
    public static string AddressOf(AnnexDraft draft) => string.Create(CultureInfo.InvariantCulture, $"~/ke-hoach/{draft.PlanId}");

    /// <summary>"tổng 5.089.000.000 đ = hỗ trợ 2.550.000.000 đ + đối ứng 2.539.000.000 đ".</summary>
    public static string SumSentence(AnnexDraft draft) => SumSentence(draft.Total, draft.Support, draft.Counterpart, draft.Other);

    public static string SumSentence(AnnexPreview preview) => SumSentence(
        preview.SumOfSupport + preview.SumOf(AnnexColumn.Counterpart) + preview.SumOf(AnnexColumn.Other),
        preview.SumOfSupport, preview.SumOf(AnnexColumn.Counterpart), preview.SumOf(AnnexColumn.Other));

    private static string SumSentence(Vnd total, Vnd support, Vnd counterpart, Vnd other) =>
        $"tổng {VndFormat.DongShort(total)} = hỗ trợ {VndFormat.DongShort(support)} + đối ứng {VndFormat.DongShort(counterpart)}"
        + (other.IsZero ? "" : $" + nguồn khác {VndFormat.DongShort(other)}");
}
