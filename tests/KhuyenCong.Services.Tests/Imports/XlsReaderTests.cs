using System.Globalization;
using KhuyenCong.Services.Imports.Workbooks;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Workbooks of Excel 97–2003: each is read as the .xlsx it was written from.</summary>
public class XlsReaderTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "xls");

    public static TheoryData<string> Twins => [.. Directory.GetFiles(Folder, "*.xls").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Twins))]
    public void An_xls_is_read_as_its_xlsx(string name)
    {
        var xlsx = new[] { Folder, Path.Combine(Folder, "..", "annex-cases"), Path.Combine(Folder, "..") }.Select(f => Path.Combine(f, name + ".xlsx")).First(File.Exists);
        var old = WorkbookReader.Read(XlsFixture.Of(name + ".xls"), TestContext.Current.CancellationToken);
        var now = WorkbookReader.Read(File.ReadAllBytes(xlsx), TestContext.Current.CancellationToken);
        Assert.Null(old.Problem);
        Assert.Equal(now.Content!.Sheets.SelectMany(Lines), old.Content!.Sheets.SelectMany(Lines));
    }

    private static IEnumerable<string> Lines(WorkbookSheet sheet) =>
    [
        $"{sheet.Name} hidden={sheet.Hidden} active={sheet.IsActive}",
        "columns " + string.Join(' ', sheet.HiddenColumns.SelectMany(h => Enumerable.Range(h.First, h.Last - h.First + 1)).Where(c => c <= 10)),
        "merges " + string.Join(' ', sheet.Merges.OrderBy(m => m.First).Select(m => $"{m.First}:{m.Last}")),
        .. sheet.Rows.SelectMany(r => r.Cells.Select(c => string.Create(CultureInfo.InvariantCulture,
            $"{c.Address} {c.Kind} «{(c.Kind == CellKind.FormulaWithoutValue ? "=" : c.Shown)}» {(c.Format == "General" ? null : c.Format)} hidden={r.Hidden} bold={c.Bold} struck={c.IsStruck}/{c.StruckPart} white={c.IsWhite} {c.FontName}"))),
    ];
}
