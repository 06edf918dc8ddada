namespace KhuyenCong.Services.Imports.Workbooks.Xls;

/// <summary>What the library does not tell of a cell.</summary>
/// <param name="Style">The number of its style.</param>
/// <param name="Text">The number of its shared string; -1 for none.</param>
/// <param name="Error">The code of an error value; -1 for none.</param>
/// <param name="IsFormula">It is computed, and its result may be missing.</param>
/// <param name="IsDue">Its result was never computed: whoever wrote the file left that to Excel.</param>
internal readonly record struct XlsCell(ushort Style, int Text = -1, short Error = -1, bool IsFormula = false, bool IsDue = false);
