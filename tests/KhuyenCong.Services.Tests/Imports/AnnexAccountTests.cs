using System.Globalization;
using CsCheck;
using KhuyenCong.Domain.Money;
using KhuyenCong.Services.Imports;
using KhuyenCong.Services.Imports.Findings;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.TestSupport;
using Xunit;

namespace KhuyenCong.Services.Tests.Imports;

/// <summary>Random sheets of rows and columns of every kind: no amount disappears, and none is counted twice, without a finding.</summary>
public class AnnexAccountTests
{
    private const int Sheets = 2_000;
    private const int HeaderRow = 3, FirstRow = 4;

    private enum Kind
    {
        Item, ItemWithParts, ItemWithNotes, Group, GroupAlone, Subtotal, Breakdown, Text, Struck, Hidden, Blank, Header, Carried, OtherTable, Unnumbered,
    }

    // Columns of years beside the support: none, some that make it up, some that are other numbers, and some below a header of support.
    private enum Years
    {
        None, MakeUp, Differ, Below,
    }

    private static readonly Gen<(Kind Kind, int Amount)[]> Rows = Gen.Select(Gen.Enum<Kind>(), Gen.Int[1, 900]).Array[1, 25];

    [Fact(Skip = MutationRun.Why, SkipType = typeof(MutationRun), SkipWhen = nameof(MutationRun.IsOn))]
    public void Every_amount_is_read_once_or_named()
    {
        Dictionary<Kind, int> met = [];
        Dictionary<bool, int> divided = [];
        Gen.Select(Rows, Gen.Int[0, 4], Gen.Bool, Gen.Bool, Gen.Enum<Years>()).Sample(
            (rows, extra, isHidden, hasTotal, years) =>
            {
                var sheet = new SheetWriter(extra, isHidden, years);
                foreach (var (kind, amount) in rows) sheet.Add(kind, amount);
                if (hasTotal) sheet.Total();
                var isDivided = Check(sheet).Years.Count > 0;
                divided[isDivided] = divided.GetValueOrDefault(isDivided) + 1;
                foreach (var (kind, _) in rows) met[kind] = met.GetValueOrDefault(kind) + 1;
            },
            iter: Sheets, threads: 1);
        Assert.All([true, false], isDivided => Assert.True(divided.GetValueOrDefault(isDivided) > 100, $"by year {isDivided}: {divided.GetValueOrDefault(isDivided)}"));
        Assert.All(Enum.GetValues<Kind>(), kind => Assert.True(met.GetValueOrDefault(kind) > 100, $"{kind}: {met.GetValueOrDefault(kind)}"));
    }

    [Fact]
    public void Parts_that_say_more_than_a_goal_holds_are_told_and_not_cut_off()
    {
        var annex = AnnexFixture.Small().Item(5, 1);
        for (var row = 6; row < 40; row++) annex.Line(row, 1, "-", $"Hộ kinh doanh {row} {new string('x', 60)}");
        Assert.Equal([AnnexProblemKind.PartsTooLong], annex.Preview().Faults.Select(f => f.Kind));
        Assert.All(annex.Preview().Rows, r => Assert.True(r.Goal!.Length <= 2_000));
    }

    [Theory]
    [InlineData("texts")]
    [InlineData("parts")]
    [InlineData("columns")]
    [InlineData("groups")]
    public async Task A_sheet_made_to_be_slow_is_read_all_the_same(string what)
    {
        var sheet = new SheetWriter(0, false);
        sheet.Add(Kind.Item, 5);
        sheet.Flood(what, 20_000);
        sheet.Add(Kind.Item, 7);
        // Not how fast: only that it ends.
        var reading = Task.Run(() => AnnexReader.Read(new WorkbookContent([sheet.Sheet]), AnnexFixture.References), TestContext.Current.CancellationToken);
        Assert.True((await reading.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).IsRead);
    }

    private static AnnexPreview Check(SheetWriter sheet)
    {
        var reading = AnnexReader.Read(new WorkbookContent([sheet.Sheet]), AnnexFixture.References);
        var preview = reading.Preview!;
        var projects = preview.Rows.Select(r => r.RowNumber).ToHashSet();
        var kept = preview.Rows.SelectMany(r => r.Parts).ToHashSet();
        var sums = preview.Sums.Select(s => s.Cell.Row).ToHashSet();
        var asked = preview.Faults.Where(f => f.Cell is not null).Select(f => f.Cell!.Value.Row).ToHashSet();
        var unread = preview.Account.Columns.Select(c => c.Header.Column).ToHashSet();
        foreach (var cell in sheet.Sheet.Rows.Where(r => r.Number > HeaderRow && !sheet.Headers.Contains(r.Number)).SelectMany(r => r.Cells).Where(c => c.Kind == CellKind.Number && c.Address.Column > 1))
        {
            var row = cell.Address.Row;
            var isAccounted = projects.Contains(row) || kept.Contains(row) || sums.Contains(row) || preview.Account.LeftOut.Contains(row) || asked.Contains(row)
                || unread.Contains(cell.Address.Column) || sheet.Frame.Contains(row);
            Assert.True(isAccounted, $"{cell.Address}: {cell.Raw} is neither read nor named\n{sheet}");
        }

        // Where the support is divided, its years make it up, each once; or the row is asked.
        foreach (var row in preview.Rows.Where(r => preview.Years.Count > 0 && !preview.Faults.Any(f => f.Cell?.Row == r.RowNumber)))
        {
            Assert.Equal(preview.Years.Select(y => y.Year), row.ByYear.Select(y => y.Year).Distinct());
            Assert.True(row.Support == row.ByYear.Select(y => y.Amount!.Value).Sum(), $"row {row.RowNumber}\n{sheet}");
        }

        // A project that is none, or one that is lost, shows in a sum or is asked about; where nothing is said the sums are right.
        var read = preview.Rows.Select(r => r.Support ?? Vnd.Zero).Sum();
        var isSaid = preview.Faults.Any(f => f.Kind is AnnexProblemKind.RowNotUnderstood or AnnexProblemKind.CategoryUnknown or AnnexProblemKind.NoProjects or AnnexProblemKind.AreaMissing)
            || preview.Warnings.Any(w => w.Kind is AnnexProblemKind.GrandTotalDiffers or AnnexProblemKind.SubtotalDiffers or AnnexProblemKind.OtherTableBelow);
        if (!isSaid) Assert.True(read == sheet.Expected, $"read {read}, meant {sheet.Expected}\n{sheet}");
        Assert.Equal(preview.Account.Columns.Count(c => c.HasAmounts), preview.Warnings.Count(w => w.Kind is AnnexProblemKind.ColumnNotRead or AnnexProblemKind.HiddenColumnNotRead));
        if (sheet.Left.Any(preview.Account.LeftOut.Contains)) Assert.Contains(preview.Warnings, w => w.Kind is AnnexProblemKind.RowLeftOut or AnnexProblemKind.RowStruck or AnnexProblemKind.OtherTableBelow);
        return preview;
    }

    /// <summary>Writes a sheet row by row, and adds up what a person would read in it.</summary>
    private sealed class SheetWriter
    {
        private static readonly string[] Labels = ["STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ", "Đối ứng"];

        private readonly List<SheetRow> _rows = [];
        private readonly int _extra;
        private readonly bool _isHidden;
        private readonly Years _years;
        private int _row = FirstRow, _number, _group;
        private bool _isOther, _hasItem;

        public SheetWriter(int extra, bool isHidden, Years years = Years.None)
        {
            (_extra, _isHidden, _years) = (extra, isHidden, years);
            _rows.Add(new SheetRow(1, false, [Text(1, 1, "DANH MỤC ĐỀ ÁN KHUYẾN CÔNG ĐỊA PHƯƠNG ĐỢT I NĂM 2024")]));
            _rows.Add(new SheetRow(2, false, [Text(2, 1, "Đơn vị tính: triệu đồng")]));
            Header(HeaderRow);
            SecondHeader();
            Add(Kind.Group, 0);
        }

        public Vnd Expected { get; private set; }

        /// <summary>Rows of the frame that hold amounts without being checked as sums.</summary>
        public HashSet<int> Frame { get; } = [];

        /// <summary>Second rows of the header.</summary>
        public HashSet<int> Headers { get; } = [];

        /// <summary>Rows with amounts that are no projects.</summary>
        public List<int> Left { get; } = [];

        private static int YearColumn => Labels.Length + 2;

        public WorkbookSheet Sheet => new("Phụ lục", false, _rows, _years == Years.Below ? [new MergedRange(new(HeaderRow, YearColumn), new(HeaderRow, YearColumn + 1))] : [])
        {
            HiddenColumns = _isHidden && _extra > 0 ? [(Labels.Length + 1, Labels.Length + 1)] : [],
        };

        public void Add(Kind kind, int amount)
        {
            switch (kind)
            {
                case Kind.Item or Kind.Hidden: Item(amount, isHidden: kind == Kind.Hidden); break;
                case Kind.Unnumbered when _hasItem: Line(null, $"Đề án không số {_row}", amount, describes: true); Meant(amount); break;
                case Kind.ItemWithParts:
                    Item(amount + 2);
                    Line(Invariant($"{_number}.1"), "Phần một", amount, describes: true);
                    Line(Invariant($"{_number}.2"), "Phần hai", 2, describes: true);
                    break;
                case Kind.ItemWithNotes:
                    Item(amount);
                    Line("-", "Hộ Thử Nghiệm", null, describes: false);
                    break;
                case Kind.Group:
                    Line(Roman(++_group), "Tư vấn, trợ giúp", null, describes: false, isBold: true);
                    _hasItem = false;
                    break;
                case Kind.GroupAlone:
                    // Asked: it has neither place nor time.
                    Line(Roman(++_group), "Tư vấn, trợ giúp", amount, describes: false, isBold: true);
                    _hasItem = false;
                    break;
                case Kind.Subtotal: Line(null, "Cộng nhóm", amount, describes: false); Frame.Add(_row - 1); break;
                case Kind.Breakdown when !_hasItem:
                    Line(null, "Trong đó: hỗ trợ máy móc", amount, describes: false);
                    Left.Add(_row - 1);
                    break;
                case Kind.Text: Line(null, "một dòng chữ lạ", null, describes: false); break;
                case Kind.Struck: Line(Invariant($"{_number + 1}"), "Đề án đã bỏ", amount, describes: true, isStruck: true); Left.Add(_row - 1); break;
                case Kind.Blank: _row++; break;
                case Kind.Header:
                    Header(_row++);
                    SecondHeader();
                    break;
                case Kind.Carried: Line(null, "Mang sang", amount, describes: false); Frame.Add(_row - 1); break;
                case Kind.OtherTable when _number > 0:
                    _rows.Add(new SheetRow(_row, false, [Text(_row, 1, "BIỂU 2. CÁC ĐỀ ÁN ĐÃ THỰC HIỆN")]));
                    Header(++_row);
                    _row++;
                    SecondHeader();
                    _isOther = true;
                    Line("1", "Đề án năm trước", amount, describes: true);
                    break;
            }
        }

        public void Flood(string what, int times)
        {
            if (what == "columns")
            {
                _rows.Add(new SheetRow(_row, false, [Text(_row, 1, "9"), Text(_row, 2, "Đề án rộng"), .. Enumerable.Range(8, 16_000).Select(c => Number(_row, c, 1, false))]));
                _row++;
                return;
            }

            for (var i = 0; i < times; i++) Line(what switch { "parts" => "-", "groups" => "X", _ => null }, "một dòng chữ lạ", null, describes: false, isBold: what == "groups");
        }

        public void Total() => Line(null, "TỔNG CỘNG", (int)(Expected.Dong / 1_000_000), describes: false, isBold: true);

        public override string ToString() => string.Join('\n', _rows.Select(r => $"{r.Number}: {string.Join(" | ", r.Cells.Select(c => c.Raw))}"));

        private void Item(int amount, bool isHidden = false)
        {
            Line(Invariant($"{++_number}"), $"Đề án {_row}", amount, describes: true, isHidden: isHidden);
            Meant(amount);
            _hasItem = true;
        }

        private void Meant(int amount)
        {
            if (!_isOther) Expected += Vnd.Million(amount);
        }

        private void SecondHeader()
        {
            if (_years != Years.Below) return;
            Headers.Add(_row);
            _rows.Add(new SheetRow(_row, false, [Number(_row, YearColumn, 2024, false), Text(_row++, YearColumn + 1, "Năm 2025")]));
        }

        private void Header(int row) => _rows.Add(new SheetRow(row, false, [.. Labels.Select((l, i) => Text(row, i + 1, l)), .. _extra is > 0 and < 4 && row == HeaderRow ? [Text(row, Labels.Length + 1, "Cột lạ")] : Array.Empty<SheetCell>(), .. YearLabels(row)]));

        private IEnumerable<SheetCell> YearLabels(int row) => _years switch
        {
            Years.None => [],
            Years.Below => [Text(row, YearColumn, "Kinh phí KCĐP")],
            _ => [Text(row, YearColumn, "Năm 2024"), Text(row, YearColumn + 1, "KP năm 2025")],
        };

        private void Line(string? number, string name, int? amount, bool describes, bool isBold = false, bool isStruck = false, bool isHidden = false)
        {
            List<SheetCell> cells = [];
            if (number is not null) cells.Add(Text(_row, 1, number));
            cells.Add(Text(_row, 2, name) with { Bold = isBold, IsStruck = isStruck });
            if (describes) cells.AddRange([Text(_row, 3, "Huyện Ea Kar"), Text(_row, 4, "05/2024")]);
            if (amount is { } million) cells.AddRange([Number(_row, 5, million * 2, isStruck), Number(_row, 6, million, isStruck), Number(_row, 7, million, isStruck)]);
            if (amount is { } whole && _years != Years.None) cells.AddRange([Number(_row, YearColumn, whole - 1, isStruck), Number(_row, YearColumn + 1, _years == Years.Differ ? 9 : 1, isStruck)]);
            if (_extra > 0 && describes) cells.Add(Number(_row, Labels.Length + 1, 7, false));
            _rows.Add(new SheetRow(_row++, isHidden, cells));
        }

        private static SheetCell Text(int row, int column, string text) => new(new CellAddress(row, column), CellKind.Text, text);

        private static SheetCell Number(int row, int column, int number, bool isStruck) =>
            new(new CellAddress(row, column), CellKind.Number, Invariant($"{number}"), number) { IsStruck = isStruck };

        private static string Roman(int number) => number switch
        {
            >= 10 => "X" + Roman(number - 10),
            9 => "IX",
            >= 5 => "V" + Roman(number - 5),
            4 => "IV",
            _ => new string('I', number),
        };

        private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }
}
