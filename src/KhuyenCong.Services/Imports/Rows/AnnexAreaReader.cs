using KhuyenCong.Domain.Text;
using KhuyenCong.Services.Imports.Areas;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Layout;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>Reads where a project is carried out: from one column, from two, or as it was chosen.</summary>
internal sealed class AnnexAreaReader(AnnexGrid grid, AnnexLayout layout, AreaResolver areas, AnnexChoices choices, AnnexFindings findings)
{
    private readonly Dictionary<string, AreaReading> _chosenByText = new(StringComparer.Ordinal);

    public AreaReading Read(Dictionary<AnnexColumn, AnnexRawCell> cells)
    {
        if (cells.TryGetValue(AnnexColumn.Area, out var cell))
        {
            // Line breaks separate units, so the text is taken before white space is made one.
            var raw = grid.At(cell.Address.Row, cell.Address.Column) is { Kind: CellKind.Text } text ? text.Raw : cell.Raw;
            return At(cells.ContainsKey(AnnexColumn.Commune) ? cell : cell with { Raw = raw });
        }

        // Where the name holds the place as well, the place is asked at the name.
        return layout.NameHoldsPlace ? At(cells[AnnexColumn.Name] with { Raw = null }) : AreaReading.Missing;
    }

    // «Ea Kiết» in a column of communes beside «Cư M'gar» in one of districts is «xã Ea Kiết, huyện Cư M'gar».
    public static void JoinCommune(Dictionary<AnnexColumn, AnnexRawCell> cells)
    {
        static string Typed(string name, string type) => AreaText.TakeType(VietnameseText.Fold(name)).Type is null ? type + name : name;
        if (!cells.TryGetValue(AnnexColumn.Commune, out var commune) || commune.Raw is not { } name) return;
        var joined = cells.TryGetValue(AnnexColumn.Area, out var district) && district.Raw is { } of ? $"{Typed(name, "xã ")}, {Typed(of, "huyện ")}" : Typed(name, "xã ");
        cells[AnnexColumn.Area] = new AnnexRawCell(district?.Address ?? commune.Address, joined);
    }

    public AreaReading At(AnnexRawCell cell)
    {
        var choice = choices.Areas.GetValueOrDefault(cell.Address);
        if (choice is not null && Chosen(choice) is { } chosen)
        {
            if (cell.Raw is not null) _chosenByText[cell.Raw] = chosen;
            return chosen;
        }

        // What was typed is asked about as the cell itself would be.
        var area = areas.Resolve(choice?.Text ?? cell.Raw);
        // Chosen once, the same text means the same further down.
        if (!area.IsUnderstood && cell.Raw is not null && _chosenByText.TryGetValue(cell.Raw, out var same)) return same;
        var kind = area.Kind switch
        {
            AreaReadingKind.Missing => AnnexProblemKind.AreaMissing,
            AreaReadingKind.Doubtful => AnnexProblemKind.AreaDoubtful,
            AreaReadingKind.Unknown => AnnexProblemKind.AreaUnknown,
            AreaReadingKind.WholeProvince or AreaReadingKind.Units => (AnnexProblemKind?)null,
        };
        if (kind is { } problem) findings.Fault(new AnnexProblem(problem, cell.Address) { Text = VietnameseText.Clean(choice?.Text ?? cell.Raw), Candidates = area.Candidates });
        return area;
    }

    private AreaReading? Chosen(AreaChoice choice)
    {
        if (choice.WholeProvince) return AreaReading.WholeProvince;
        if (choice.Text is { } text) return areas.Resolve(text) is { IsUnderstood: true } typed ? typed : null;
        var chosen = choice.UnitIds.Select(areas.Find).ToList();
        return chosen.Count > 0 && chosen.TrueForAll(u => u is not null)
            ? new AreaReading(AreaReadingKind.Units, [.. chosen.Select(u => u!).Distinct()], [])
            : null;
    }
}
