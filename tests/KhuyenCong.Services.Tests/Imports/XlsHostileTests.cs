using System.Buffers.Binary;
using System.Diagnostics;
using KhuyenCong.Services.Imports.Workbooks;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Files of the old format that are cut, changed or made to harm: read, or refused, within bounds.</summary>
public class XlsHostileTests
{
    private static readonly byte[] Signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Theory]
    [InlineData("mat-khau-ooxml.xlsx", WorkbookProblem.Encrypted)]
    [InlineData("van-ban.doc", WorkbookProblem.NotAWorkbook)]
    public void Other_containers_are_told_apart(string name, WorkbookProblem problem) => Assert.Equal(problem, Problem(XlsFixture.Of(name)));

    [Fact]
    public void An_xls_with_a_password_is_told_as_such() =>
        Assert.Equal(WorkbookProblem.Encrypted, Problem(XlsFixture.With(0x5C, 112, record => record[0] = 0x2F)));

    [Fact]
    public void A_sheet_of_old_macros_is_refused() => Assert.Equal(WorkbookProblem.Macros, Problem(XlsFixture.With(0x85, -1, record => record[9] = 1)));

    [Fact]
    public void A_file_cut_short_is_never_read_in_part()
    {
        var file = XlsFixture.Of(XlsFixture.Sample);
        var whole = Cells(Read(file));
        for (var length = 8; length < file.Length; length += 61)
        {
            var reading = Read(file[..length]);
            Assert.True(reading.Problem == WorkbookProblem.Damaged || Cells(reading) == whole, $"cut at {length}");
        }

        Assert.Equal(WorkbookProblem.Damaged, Problem(file[..(file.Length / 2)]));
    }

    [Fact]
    public void Noise_never_throws_and_ends()
    {
        var file = XlsFixture.Of(XlsFixture.Sample);
        var random = new Random(20240205);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 1_500; i++)
        {
            var broken = (byte[])file.Clone();
            for (var j = 0; j <= i % 12; j++) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            var reading = Read(broken);
            Assert.True(reading.Content is null != reading.Problem is null);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Noise_in_the_head_of_the_container_never_throws_and_ends()
    {
        var file = XlsFixture.Of(XlsFixture.Sample);
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var broken = (byte[])file.Clone();
            for (var j = 0; j < 3; j++) broken[24 + random.Next(80)] = (byte)(random.Next(3) == 0 ? 255 : random.Next(256));
            Assert.True(Read(broken) is { Content: null, Problem: not null } or { Content: not null, Problem: null });
        }
    }

    [Fact]
    public void A_container_of_nothing_but_noise_is_damaged()
    {
        var random = new Random(3);
        foreach (var length in new[] { 9, 511, 512, 513, 5_000, 100_000 })
        {
            var file = new byte[length];
            random.NextBytes(file);
            Signature.CopyTo(file, 0);
            Assert.Equal(WorkbookProblem.Damaged, Problem(file));
            if (length < 512) continue;
            (file[30], file[31]) = (9, 0);
            Assert.Equal(WorkbookProblem.Damaged, Problem(file));
        }
    }

    [Fact]
    public void A_table_that_leads_back_to_itself_is_damaged()
    {
        var file = XlsFixture.Of(XlsFixture.Sample);
        var directory = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(48));
        var table = (int)(BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(76)) + 1) * 512;
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(table + ((int)directory * 4)), directory);
        Assert.Equal(WorkbookProblem.Damaged, Problem(file));
    }

    [Fact]
    public void A_container_that_claims_endless_tables_is_damaged()
    {
        var file = XlsFixture.Of(XlsFixture.Sample);
        file.AsSpan(44, 4).Fill(0xFF);
        Assert.Equal(WorkbookProblem.Damaged, Problem(file));
    }

    // The library would go through columns for ever.
    [Fact]
    public void A_row_of_numbers_that_lies_about_its_columns_is_damaged() => Assert.Equal(WorkbookProblem.Damaged, Problem(XlsFixture.With(0x203, 14, record =>
    {
        (record[0], record[1]) = (0xBD, 0);
        record[^2..].Fill(0xFF);
    })));

    // The library would go back, and read the same strings for ever.
    [Fact]
    public void A_string_that_lies_about_its_length_is_damaged() => Assert.Equal(WorkbookProblem.Damaged, Problem(XlsFixture.With(0xFC, -1, record =>
    {
        record[8..12].Fill(0xFF);
        record[14] |= 4;
        record[15..19].Fill(0xF0);
    })));

    [Fact]
    public void A_sheet_that_claims_billions_of_rows_is_read_by_its_cells()
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal(Cells(Read(XlsFixture.Of(XlsFixture.Sample))), Cells(Read(XlsFixture.With(0x200, 14, record => record[4..].Fill(0x7F)))));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    private static int Cells(WorkbookReading reading) => reading.Content?.Sheets.Sum(s => s.Rows.Sum(r => r.Cells.Count)) ?? -1;

    private static WorkbookReading Read(byte[] file) => WorkbookReader.Read(file, TestContext.Current.CancellationToken);

    private static WorkbookProblem? Problem(byte[] file)
    {
        var reading = Read(file);
        Assert.Null(reading.Content);
        return reading.Problem;
    }
}
