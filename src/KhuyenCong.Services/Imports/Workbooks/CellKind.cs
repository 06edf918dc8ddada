namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    Text,
    Number,

    /// <summary>A number that the cell's format shows as a date.</summary>
    Date,
    Bool,

    /// <summary>An error value such as #REF!.</summary>
    Error,

    /// <summary>A formula whose result the file does not hold; nothing here computes formulas.</summary>
    FormulaWithoutValue,
}
