namespace KhuyenCong.Services.Imports.Workbooks;

/// <summary>A sheet that holds too much, and how far it reaches.</summary>
/// <param name="Sheet">Its name; null when that could not be read.</param>
/// <param name="LastRow">The last row that has something, be it a format.</param>
/// <param name="LastValue">The last row with a value; 0 for none.</param>
/// <param name="Hidden">Letters of the hidden columns ("H–XFD"); null for none.</param>
public sealed record SheetExcess(string? Sheet, int LastRow, int LastValue, string? Hidden);
