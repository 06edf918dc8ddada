using KhuyenCong.Services.Imports.Layout;

namespace KhuyenCong.Services.Imports;

/// <summary>What became of everything on the sheet: each row and column with content is read or named here.</summary>
/// <param name="Projects">Lines read as projects.</param>
/// <param name="Groups">Titles of groups, sections above them included.</param>
/// <param name="Sums">Lines of sums.</param>
/// <param name="Parts">Lines kept with the project above them.</param>
/// <param name="LeftOut">Numbers of the rows in the table that are not read.</param>
/// <param name="Columns">Columns that are not read.</param>
/// <param name="Sheets">Sheets with content that are not read.</param>
public sealed record AnnexAccount(
    int Projects, int Groups, int Sums, int Parts, IReadOnlyList<int> LeftOut, IReadOnlyList<AnnexUnreadColumn> Columns, IReadOnlyList<string> Sheets);
