using KhuyenCong.Services.Imports.Workbooks;

namespace KhuyenCong.Services.Imports.Rows;

/// <summary>A row below the header, told apart.</summary>
internal sealed record AnnexLine(SheetRow Row, AnnexLineKind Kind, string? Ordinal, string? Label, CellAddress LabelCell, bool HasAmount, bool MayBeGroup);
