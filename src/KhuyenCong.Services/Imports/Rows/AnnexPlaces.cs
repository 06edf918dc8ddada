using KhuyenCong.Services.Imports.Layout;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>The cells by which places are answered, in the order of the annex.</summary>
internal static class AnnexPlaces
{
    public static List<AnnexRawCell> Of(AnnexPreview preview) => [.. preview.Rows.Select(Of).DistinctBy(c => c.Address)];

    /// <summary>Where a row has no cell for its place, that of its name, without text.</summary>
    public static AnnexRawCell Of(AnnexRow row) => row.Cells.GetValueOrDefault(AnnexColumn.Area) ?? row.Cells[AnnexColumn.Name] with { Raw = null };
}
