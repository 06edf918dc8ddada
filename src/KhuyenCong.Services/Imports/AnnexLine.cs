namespace KhuyenCong.Services.Imports;

/// <summary>A row below the header, told apart.</summary>
internal sealed record AnnexLine(SheetRow Row, AnnexLineKind Kind, string? Ordinal, string? Label, CellAddress LabelCell, bool HasAmount, bool MayBeGroup);
