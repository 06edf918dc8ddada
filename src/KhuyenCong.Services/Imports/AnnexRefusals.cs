using KhuyenCong.Domain;
using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports;

/// <summary>Why an annex cannot become a draft.</summary>
public static class AnnexRefusals
{
    /// <summary>Cells that cannot be read or contradict each other.</summary>
    /// <param name="Count">How many faults.</param>
    /// <param name="Cells">Where, the first of them: "E17, I22".</param>
    public sealed record FaultsStand(int Count, string Cells) : Refusal;

    /// <summary>Every reason that stands in the annex itself.</summary>
    public static IReadOnlyList<Refusal> WhyNotAccept(AnnexPreview preview)
    {
        ArgumentNullException.ThrowIfNull(preview);
        if (preview.CanBeAccepted) return [];
        var cells = preview.Faults.Select(f => f.Cell).OfType<CellAddress>().Distinct().ToList();
        return [new FaultsStand(preview.Faults.Count, string.Join(", ", cells.Take(12)) + (cells.Count > 12 ? ", …" : string.Empty))];
    }
}
