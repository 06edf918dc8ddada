namespace KhuyenCong.Services.Exports.Xlsx;

/// <summary>How a cell of a workbook looks.</summary>
internal sealed record CellStyle
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    public bool Underline { get; init; }

    /// <summary>In points.</summary>
    public double Size { get; init; } = 12;

    public CellSide Side { get; init; }

    public bool Border { get; init; }

    public bool Fill { get; init; }

    /// <summary>A number format in the file's notation ("#,##0"); null for text.</summary>
    public string? Format { get; init; }

    /// <summary>Keeps text that looks like a formula text, also after someone edits the cell.</summary>
    public bool QuotePrefix { get; init; }
}
