using System.Globalization;
using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Rows;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>
/// Workbooks as offices make them, each odd in its own way: what every one is read as, value by value, what is asked, and
/// what is refused. The expected readings stand in Fixtures/annex-cases/expected.txt; APPROVE=1 writes them anew, to be read line by line.
/// </summary>
public sealed class AnnexCaseTests : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "annex-cases");

    private AnnexDesk _desk = null!;

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder).Where(f => !f.EndsWith(".txt", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public async ValueTask InitializeAsync() => _desk = await AnnexDesk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Each_workbook_is_read_as_its_office_means_it_or_asked_about()
    {
        List<string> read = [];
        foreach (var file in Files) read.AddRange([$"# {file.Data}", .. await ReadAsync(file.Data), string.Empty]);
        var expected = Path.Combine(Folder, "expected.txt");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            var source = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "Fixtures", "annex-cases", "expected.txt"));
            await File.WriteAllLinesAsync(source, read, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllLinesAsync(expected, TestContext.Current.CancellationToken), read);
    }

    private async Task<List<string>> ReadAsync(string file)
    {
        var upload = await _desk.TryUploadAsync(await File.ReadAllBytesAsync(Path.Combine(Folder, file)), _desk.Clerk);
        if (!upload.IsDone) return [$"refused: {string.Join(' ', upload.Errors.Select(e => e.Message))}"];
        var import = (await _desk.PreviewAsync(upload.Value)).Value;
        var preview = import.Preview;
        List<string> lines = [$"{preview.Sheet}: {string.Join(" ", preview.Columns.Select(c => $"{c.Column}={c.Header}").Concat(preview.Years.Select(y => $"{y.Part}{y.Year}={y.Header}")))}; {string.Join("/", preview.Units.All)}; {import.Plan.Source} {import.Plan.Year} {TrancheOf(import)}"];
        foreach (var group in preview.Groups)
        {
            lines.Add($"- {group.Numeral} «{group.Title}» {group.CategoryCode ?? "?"}");
            lines.AddRange(group.Rows.Select(Line));
        }

        lines.AddRange(preview.Sums.Where(s => !s.Agrees).Select(s => $"≠ {s.Cell} {s.Stated} / {s.Computed}"));
        lines.AddRange(preview.Faults.Select(f => $"fault {f.Cell} {f.Kind} {f.Text}".TrimEnd()));
        lines.AddRange(preview.Warnings.Select(f => $"warning {f.Cell} {f.Kind} {f.Text} {f.Expected} {(f.Count > 1 ? f.Count.ToString(CultureInfo.InvariantCulture) : "")}".TrimEnd()));
        if (Services.Vi.AnnexTexts.NotRead(preview.Account) is { } notRead) lines.Add("not read: " + notRead);
        return lines;
    }

    private static string TrancheOf(AnnexImport import) => import.Plan.Tranche is { } code ? new Tranche(code).ToString() : "?";

    private static string Line(AnnexRow row)
    {
        var months = row.Months is { } m ? $"{m.Start:MM/yyyy}-{m.End:MM/yyyy}" : "?";
        var area = row.Area.IsUnderstood ? string.Join(" + ", row.Area.Units.Select(u => u.Name).DefaultIfEmpty("Toàn tỉnh")) + (row.Area.Below is { } below ? $" [{below}]" : "") : "?";
        var support = (row.Source is { } source ? source + " " : "") + Dong(row.Support) + (row.NationalSupport is { } national ? $" + National {national}" : "")
            + (row.ByYear.Count > 0 ? $" ({string.Join(", ", row.ByYear.Select(y => $"{y.Year} {Dong(y.Amount)}"))})" : "");
        return $"  {row.Ordinal} | {row.Name ?? "?"} | {row.Beneficiary} | {area} | {months} | {Dong(row.Total)} = {support} + {Dong(row.Counterpart)} + {Dong(row.Other)}"
            + (row.Goal is null ? "" : $" | {row.Goal.Replace("\n", " / ", StringComparison.Ordinal)}") + (row.Notes is null ? "" : $" | note {row.Notes}");
    }

    private static string Dong(Vnd? amount) => amount?.ToString() ?? "?";
}
