using System.IO.Compression;
using System.Text.RegularExpressions;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Architecture.Tests.Sources;

/// <summary>The demo is played from files; one that is missing would only show at the first start.</summary>
public sealed partial class DemoFileTests
{
    private const string Folder = "src/KhuyenCong.Web/Demo";

    [Fact]
    public void Every_file_that_the_demo_names_is_there()
    {
        var named = Repository.Files("src/KhuyenCong.Services/Seeding", "*.cs")
            .SelectMany(path => FileNames().Matches(File.ReadAllText(Repository.At(path)))).Select(m => m.Value.Trim('"')).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(File.Exists(Repository.At($"{Folder}/{name}")), name));
    }

    [Fact]
    public void Its_workbooks_are_workbooks_and_its_paper_is_a_PDF()
    {
        var workbooks = Directory.GetFiles(Repository.At(Folder), "*.xlsx");
        Assert.NotEmpty(workbooks);
        foreach (var path in workbooks)
        {
            using var zip = ZipFile.OpenRead(path);
            Assert.NotNull(zip.GetEntry("xl/workbook.xml"));
        }

        var papers = Directory.GetFiles(Repository.At(Folder), "*.pdf");
        Assert.NotEmpty(papers);
        Assert.All(papers, path => Assert.True(File.ReadAllBytes(path).AsSpan().StartsWith("%PDF-"u8)));
    }

    // The name that a file is uploaded under is not that of a file of the demo.
    [GeneratedRegex("""
        (?<!FileUpload\()"[a-z0-9-]+\.(xlsx|pdf)"
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 2000)]
    private static partial Regex FileNames();
}
