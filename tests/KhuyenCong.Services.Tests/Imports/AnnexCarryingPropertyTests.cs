using CsCheck;
using KhuyenCong.Domain.Documents;
using KhuyenCong.Services.Imports.Carrying;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.TestSupport;
using Xunit;
using static KhuyenCong.Services.Tests.Imports.AnnexFixture;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Whatever rows are added, removed, moved and mended, an answer stands at what it answered, or is lost and named.</summary>
public sealed class AnnexCarryingPropertyTests
{
    private static readonly string[] Headings = ["STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ"];

    // Few words, so that rows resemble each other.
    private static readonly Gen<string[]> Row = Gen.Select(
        OneOf("Hỗ trợ máy", "Đào tạo", "Hội chợ", "Tuyên truyền", "Bản tin", "Tập huấn", ""), OneOf("Huyện Ea Kar", "Tân Lập", "", "Huyện Krông Năng"),
        OneOf("05/2024", "lúc nào đó", ""), OneOf("100", "một trăm", "", "120"), OneOf("60", "sáu mươi", "", "70"),
        (name, place, period, total, support) => new[] { name, place, period, total, support });

    private enum Change { Insert, Delete, Move, Edit }

    private static readonly Gen<(Change Kind, int At, int To, int Cell, string[] Row)[]> Changes =
        Gen.Select(Gen.Enum<Change>(), Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 4], Row).Array[0, 6];

    [Fact]
    public void An_answer_stands_at_the_same_content_or_is_lost()
    {
        var (kept, all) = (0, 0);
        Gen.Select(Row.Array[3, 14], Changes, Gen.Bool).Sample(
            (rows, changes, withColumn) =>
            {
                var mended = Mend(rows, changes);
                var (before, now) = (Sheet(rows, withColumn: false), Sheet(mended, withColumn));
                var answers = Answers(rows).ToList();
                var carried = AnnexCarrying.Carry(answers, before, now, References);
                (kept, all) = (kept + carried.Kept.Count, all + answers.Count);
                Assert.Equal(answers.Select(a => a.Subject).Order(StringComparer.Ordinal), carried.Kept.Select(k => k.Answer).Concat(carried.Lost.Select(l => l.Answer)).Select(a => a.Subject).Order(StringComparer.Ordinal));
                Assert.Equal(carried.Kept.Count, carried.Kept.Select(k => k.Subject).Distinct(StringComparer.Ordinal).Count());
                foreach (var (answer, subject) in carried.Kept)
                {
                    var (from, to) = (CellAddress.Parse(answer.Subject.Split(':')[1])!.Value, CellAddress.Parse(subject.Split(':')[1])!.Value);
                    Assert.Equal(Text(before, from), Text(now, to));
                    Assert.Equal(Text(before, new(3, from.Column)), Text(now, new(3, to.Column)));
                    var (row, found) = (RowOf(before, from.Row, 0), RowOf(now, to.Row, withColumn ? 1 : 0));
                    Assert.True(row[0] == found[0] || row.SequenceEqual(found), $"{string.Join('|', row)} became {string.Join('|', found)}");

                    // What resembles another row in either file is not told from it.
                    var alike = rows.Count(r => r.SequenceEqual(row)) == 1 && mended.Count(r => r.SequenceEqual(row)) == 1 && row.SequenceEqual(found);
                    var named = row[0].Length > 0 && rows.Count(r => r[0] == row[0]) == 1 && mended.Count(r => r[0] == row[0]) == 1;
                    Assert.True(alike || named, $"{string.Join('|', row)} is not the only one");
                }
            },
            iter: LongRun.Rounds(20_000, inEveryRun: 1_500), threads: 1);

        // What is always lost proves nothing.
        Assert.True(kept > all / 3, $"{kept} of {all} kept");
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static List<string[]> Mend(string[][] rows, (Change Kind, int At, int To, int Cell, string[] Row)[] changes)
    {
        var mended = rows.Select(r => r.ToArray()).ToList();
        foreach (var (kind, at, to, cell, row) in changes)
        {
            var place = at % mended.Count;
            if (kind == Change.Insert) mended.Insert(place, row);
            else if (kind == Change.Edit) mended[place] = [.. mended[place].Select((text, i) => i == cell ? row[i] : text)];
            else if (mended.Count > 1)
            {
                var moved = mended[place];
                mended.RemoveAt(place);
                if (kind == Change.Move) mended.Insert(to % (mended.Count + 1), moved);
            }
        }

        return mended;
    }

    // Every cell of every row is typed anew, each as something that tells where it was.
    private static IEnumerable<AnnexAnswer> Answers(string[][] rows) => Enumerable.Range(0, rows.Length).SelectMany(r => Enumerable.Range(2, 5).Select(c => new AnnexAnswer
    {
        Subject = $"o:{new CellAddress(r + 5, c)}", Value = $"{r} {c}", AnsweredById = 1, AnsweredAt = DateTime.UnixEpoch,
    }));

    private static WorkbookContent Sheet(IReadOnlyList<string[]> rows, bool withColumn)
    {
        var lines = new List<SheetRow> { Line(3, withColumn ? [Headings[0], "Mã số", .. Headings[1..]] : Headings), Line(4, withColumn ? ["I", "", "Thông tin, tuyên truyền"] : ["I", "Thông tin, tuyên truyền"]) };
        lines.AddRange(rows.Select((row, i) => Line(i + 5, withColumn ? [$"{i + 1}", $"M{i}", .. row] : [$"{i + 1}", .. row])));
        return new WorkbookContent([new WorkbookSheet("Phụ lục", false, lines, [])]);
    }

    private static SheetRow Line(int number, string[] texts) =>
        new(number, false, [.. texts.Select((text, i) => new SheetCell(new CellAddress(number, i + 1), CellKind.Text, text)).Where(c => c.Raw.Length > 0)]);

    private static string Text(WorkbookContent workbook, CellAddress cell) => workbook.Sheets[0].Rows.FirstOrDefault(r => r.Number == cell.Row)?.At(cell.Column)?.Raw ?? "";

    private static string[] RowOf(WorkbookContent workbook, int row, int shift) => [.. Enumerable.Range(2 + shift, 5).Select(c => Text(workbook, new(row, c)))];
}
