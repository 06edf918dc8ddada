using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml;
using KhuyenCong.Domain.People;
using KhuyenCong.Services.Imports.Workbooks;
using KhuyenCong.Services.Vi;
using KhuyenCong.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KhuyenCong.Web.Tests.KeHoach;

public sealed class NhapTuExcelTests : IAsyncLifetime
{
    private const string Page = "/ke-hoach/nhap-tu-excel";
    private const string Good = "phu-luc-ke-hoach-2024-dot-1.xlsx";
    private const string Faulty = "phu-luc-ke-hoach-2024-dot-1-co-loi.xlsx";

    private PortalFactory _portal = null!;
    private Browser _clerk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalFactory.StartAsync();
        _clerk = await _portal.SignInAsync(Role.Division);
    }

    public ValueTask DisposeAsync()
    {
        _portal.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_sample_becomes_a_draft_without_javascript()
    {
        var preview = await UploadAsync(Sample(Good));
        var page = await _clerk.OpenAsync(preview);
        Assert.Contains("✓ Không có lỗi", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("2024", "1", "Local"), (Value(page, "Plan.Year"), Value(page, "Plan.Tranche"), Value(page, "Plan.Source")));
        Assert.Equal(24, page.QuerySelectorAll("table.data tbody th[scope=row]").Length);

        using var answer = await _clerk.PostAsync(preview, ("Plan.Tranche", "1"), ("Plan.Source", "Local"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = _portal.Db();
        var plan = await db.Plans.SingleAsync(Stop);
        Assert.Equal($"/ke-hoach/{plan.Id}", answer.Headers.Location!.OriginalString);
        Assert.Equal(24, await db.Projects.CountAsync(Stop));
    }

    [Fact]
    public async Task The_faulty_sample_lists_its_six_cells_and_four_consequences_and_offers_no_button()
    {
        var preview = await UploadAsync(Sample(Faulty));
        var page = await _clerk.OpenAsync(preview);

        Assert.Equal(["Ô E17", "Ô I22", "Ô H25", "Ô B28", "Ô G30", "Ô I33"], page.QuerySelectorAll("#loi li > a").Select(a => a.TextContent));
        Assert.Contains("Ô I22: số tiền «một trăm tám mươi» không đọc được", page.QuerySelector("#loi")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Hệ quả: 4 tổng không khớp", page.QuerySelector("#he-qua")!.TextContent);
        Assert.Equal(4, page.QuerySelectorAll("section[aria-labelledby=he-qua] li").Length);
        Assert.Equal(["o-E17", "o-I22", "o-H25", "o-B28", "o-G30", "o-I33"], page.QuerySelectorAll("table.data .faulty").Select(c => c.Id));
        Assert.All(page.QuerySelectorAll("table.data .faulty"), c => Assert.StartsWith("✕", c.QuerySelector(".cell-mark")!.TextContent, StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("button[aria-disabled=true]"));
        Assert.DoesNotContain(page.QuerySelectorAll("button.btn-primary"), b => b.TextContent.Contains("dự thảo", StringComparison.Ordinal));

        using var forced = await _clerk.PostAsync(preview, ("Plan.Tranche", "1"), ("Plan.Source", "Local"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
        await AssertNoPlanAsync();
    }

    [Fact]
    public async Task Faults_are_mended_in_the_preview_one_after_the_other_and_an_answer_is_taken_back()
    {
        var preview = await UploadAsync(Sample(Faulty));
        var page = await _clerk.OpenAsync(preview);
        Assert.Contains(page.QuerySelectorAll("#ds-dia-ban option"), o => o.TextContent == "Huyện Krông Bông");
        Assert.Equal("dia-ban:E17=Huyện Krông Bông", page.QuerySelector("#loi button[name=chon]")!.GetAttribute("value"));
        (string, string)[] answers =
        [
            ("chon", "dia-ban:E17=Huyện Krông Bông"), ("tl[o:I22]", "180"), ("tl[o:B28]", "Hỗ trợ máy đóng gói"), ("tl[o:G30]", "05/2024 - 10/2024"), ("tl[o:I33]", "120"),
        ];
        var left = 6;
        foreach (var answer in answers)
        {
            using var kept = await PostToAsync(preview, "ApDung", answer, ("Plan.Year", "2024"), ("Plan.Tranche", "1"), ("Plan.Source", "Local"));
            Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
            page = await _clerk.OpenAsync(kept.Headers.Location!.OriginalString);
            Assert.Equal(--left, page.QuerySelectorAll("#loi li").Length);
        }

        Assert.Equal(["Ô H25"], page.QuerySelectorAll("#loi li > a").Select(a => a.TextContent));
        Assert.Contains("Ô I22: tệp ghi «một trăm tám mươi»", page.QuerySelector("section[aria-labelledby=da-chon]")!.TextContent, StringComparison.Ordinal);

        using var taken = await PostToAsync(preview, "handler=Bo", ("bo", "o:I22"), ("Plan.Year", "2024"), ("Plan.Tranche", "1"), ("Plan.Source", "Local"));
        Assert.Equal(2, (await _clerk.OpenAsync(taken.Headers.Location!.OriginalString)).QuerySelectorAll("#loi li").Length);
    }

    [Fact]
    public async Task Taking_an_answer_back_keeps_what_else_was_typed()
    {
        var preview = await UploadAsync(Sample(Faulty));
        using (var kept = await PostToAsync(preview, "ApDung", ("tl[o:I22]", "180"), ("Plan.Tranche", "1"))) Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        using (var taken = await PostToAsync(preview, "handler=Bo", ("bo", "o:I22"), ("tl[o:I22]", "180"), ("tl[o:I33]", "120"), ("Plan.Tranche", "1"))) Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        await using var db = _portal.Db();
        Assert.Equal("o:I33", (await db.AnnexAnswers.SingleAsync(Stop)).Subject);
    }

    [Theory]
    [InlineData("abc", "180", "", "Ghi địa chỉ ô như I22, hoặc số dòng như 12.")]
    [InlineData("", "180", "", "Ghi địa chỉ ô như I22, hoặc số dòng như 12.")]
    [InlineData("I22", "", "", "Ghi nội dung đúng của ô, hoặc chọn dòng là gì.")]
    [InlineData("12", "180", "", "Với một dòng, chọn dòng là gì; với một ô, ghi địa chỉ như I22.")]
    [InlineData("I22", "", "Part", "Với một ô, ghi nội dung đúng của ô; với cả dòng, ghi số dòng như 12.")]
    public async Task A_place_that_is_none_is_told_and_what_was_typed_stays(string place, string text, string kind, string message)
    {
        var preview = await UploadAsync(Sample(Faulty));
        using var answer = await PostToAsync(preview, "ApDung", ("Place", place), ("NewText", text), ("NewKind", kind), ("Plan.Year", "2024"), ("Plan.Tranche", "1"), ("Plan.Source", "Local"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Contains(message, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal((place, text), (Value(page, "Place"), Value(page, "NewText")));
    }

    [Fact]
    public async Task Answers_that_make_no_sense_change_nothing_and_one_that_is_too_long_is_refused()
    {
        var preview = await UploadAsync(Sample(Faulty));

        using var nonsense = await PostToAsync(preview, "ApDung", ("tl[dong:5]", "Skip"), ("tl[x]", "y"), ("tl[]", "z"), ("Place", "ZZZZ9"), ("NewText", "1"), ("Plan.Tranche", "1"));
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
        using var long2 = await PostToAsync(preview, "ApDung", ("tl[o:I22]", new string('1', 2001)), ("Plan.Tranche", "1"));
        Assert.Equal(HttpStatusCode.BadRequest, long2.StatusCode);
        Assert.Equal(6, (await _clerk.OpenAsync(preview)).QuerySelectorAll("#loi li").Length);
    }

    [Fact]
    public async Task Another_tranche_than_the_title_names_needs_a_reason_and_keeps_what_was_chosen()
    {
        var preview = await UploadAsync(Sample(Good));

        using var asked = await _clerk.PostAsync(preview, ("Plan.Tranche", "3"), ("Plan.Source", "Local"));
        Assert.Equal(HttpStatusCode.BadRequest, asked.StatusCode);
        var page = await Browser.ReadAsync(asked);
        Assert.Equal("3", Value(page, "Plan.Tranche"));
        Assert.NotNull(page.QuerySelector("textarea[name='tl[ly-do:AnotherTranche]'][aria-invalid=true]"));
        Assert.Contains("cảnh báo", page.QuerySelector("#canh-bao")!.TextContent, StringComparison.Ordinal);

        using var made = await _clerk.PostAsync(preview, ("Plan.Tranche", "3"), ("Plan.Source", "Local"), ("tl[ly-do:AnotherTranche]", "Chuyển sang đợt III"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    [Fact]
    public async Task Each_kind_of_warning_asks_for_its_own_reason_and_what_was_typed_stays_after_a_refusal_and_after_applying()
    {
        var preview = await UploadAsync(Differing().Build());
        var page = await _clerk.OpenAsync(preview);
        Assert.Equal(["tl[ly-do:ColumnNotRead]", "tl[ly-do:OrdinalGap]", "tl[ly-do:GrandTotalDiffers]"], page.QuerySelectorAll("main textarea").Select(t => t.GetAttribute("name")));
        Assert.Null(page.QuerySelector("[name=WarningReason]"));

        using var refused = await _clerk.PostAsync(
            preview, ("Plan.Tranche", "1"), ("Plan.Source", "Local"), ("tl[ly-do:ColumnNotRead]", "Cột ghi số điện thoại"), ("tl[ly-do:OrdinalGap]", "a"), ("tl[ly-do:GrandTotalDiffers]", "Bản giấy cộng nhầm"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        page = await Browser.ReadAsync(refused);
        var links = page.QuerySelectorAll(".error-summary a").OfType<IHtmlAnchorElement>().ToList();
        Assert.Equal(
            ["Lý do cho cảnh báo «Số thứ tự không nối tiếp» chưa nói vì sao: ghi thành câu, ít nhất hai từ khác nhau và mười chữ cái.", "Ô E8: chọn số nào đúng, tổng của các dòng hay tổng ghi trong tệp."],
            links.Select(l => l.TextContent));
        Assert.Equal(["tl[ly-do:OrdinalGap]", "tl[tong:E8]"], links.Select(l => page.GetElementById(l.Hash[1..])!.GetAttribute("name")));
        Assert.Equal(["tl[ly-do:OrdinalGap]", "tl[tong:E8]"], page.QuerySelectorAll("[aria-invalid=true]").Select(c => c.GetAttribute("name")));
        Assert.Equal(["Cột ghi số điện thoại", "a", "Bản giấy cộng nhầm"], ReasonsOn(page));
        await AssertNoPlanAsync();

        // Applying another answer keeps them as well.
        using var applied = await PostToAsync(preview, "ApDung", ("tl[ly-do:OrdinalGap]", "Bỏ số 2 theo\nbản giấy"), ("Plan.Year", "2024"), ("Plan.Tranche", "1"), ("Plan.Source", "Local"));
        page = await _clerk.OpenAsync(applied.Headers.Location!.OriginalString);
        Assert.Equal(["Cột ghi số điện thoại", "Bỏ số 2 theo\nbản giấy", "Bản giấy cộng nhầm"], ReasonsOn(page));

        // What cannot be kept is shown as it was typed.
        using var old = await PostToAsync(preview, "ApDung", ("tl[ly-do:OrdinalGap]", "KÕ ho¹ch ®iÒu chØnh n¨m 2024"), ("Plan.Year", "2024"), ("Plan.Tranche", "1"), ("Plan.Source", "Local"));
        Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        page = await Browser.ReadAsync(old);
        Assert.Equal("KÕ ho¹ch ®iÒu chØnh n¨m 2024", ReasonsOn(page).ElementAt(1));
        Assert.NotNull(page.QuerySelector("textarea[name='tl[ly-do:OrdinalGap]'][aria-invalid=true]"));

        static IEnumerable<string> ReasonsOn(IHtmlDocument page) => page.QuerySelectorAll("main textarea").OfType<IHtmlTextAreaElement>().Select(t => t.Value);
    }

    [Fact]
    public async Task A_large_difference_asks_which_figure_stands_and_the_stated_one_keeps_the_plan_from_being_made()
    {
        var preview = await UploadAsync(Differing().Build());
        (string, string)[] rest = [("Plan.Tranche", "1"), ("Plan.Source", "Local"), ("tl[ly-do:ColumnNotRead]", "Cột ghi số điện thoại"), ("tl[ly-do:OrdinalGap]", "Bỏ số 2 theo bản giấy"), ("tl[ly-do:GrandTotalDiffers]", "Bản giấy cộng nhầm")];
        var select = (IHtmlSelectElement)(await _clerk.OpenAsync(preview)).QuerySelector("select[name='tl[tong:E8]']")!;
        Assert.Equal(
            ["Chọn…", "Tổng của các dòng (200.000.000 đ) đúng; tổng ghi trong tệp sai", "Tổng ghi trong tệp (300.000.000 đ) đúng; còn thiếu hoặc sai dòng"],
            select.Options.Select(o => o.Text.Replace('\u00A0', ' ')));

        using var stated = await _clerk.PostAsync(preview, [.. rest, ("tl[tong:E8]", select.Options[2].Value)]);
        Assert.Equal(HttpStatusCode.BadRequest, stated.StatusCode);
        var page = await Browser.ReadAsync(stated);
        Assert.Contains("sửa tệp rồi tải lại", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(select.Options[2].Value, Value(page, "tl[tong:E8]"));
        await AssertNoPlanAsync();

        // Another total is typed: what was chosen between the old figures is asked anew.
        using var typed = await PostToAsync(preview, "ApDung", ("tl[o:E8]", "400"), ("Plan.Year", "2024"), ("Plan.Tranche", "1"), ("Plan.Source", "Local"));
        page = await _clerk.OpenAsync(typed.Headers.Location!.OriginalString);
        Assert.Equal("", Value(page, "tl[tong:E8]"));
        Assert.Contains("vui lòng chọn lại", page.QuerySelector("section[aria-labelledby=canh-bao]")!.TextContent, StringComparison.Ordinal);
        using var stale = await _clerk.PostAsync(preview, [.. rest, ("tl[o:E8]", "400"), ("tl[tong:E8]", select.Options[1].Value)]);
        Assert.Equal(HttpStatusCode.BadRequest, stale.StatusCode);
        await AssertNoPlanAsync();

        using var made = await _clerk.PostAsync(preview, [.. rest, ("tl[o:E8]", ""), ("tl[tong:E8]", select.Options[1].Value)]);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        await using var db = _portal.Db();
        Assert.Contains("Đã chọn tổng của các dòng là đúng, ô E8. Lý do: Bản giấy cộng nhầm", await db.AuditEntries.Where(e => e.Entity == "Plan").Select(e => e.Reason).SingleAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_tells_how_it_was_read_is_ticked_as_seen_and_can_be_unticked()
    {
        var preview = await UploadAsync(Annex().Line(5, 1, 1, "Đề án A", "Huyện Ea Kar", "tháng 5", 100, 60, 40).Build());
        const string name = "tl[ly-do:PeriodYearAssumed]";
        using var refused = await _clerk.PostAsync(preview, ("Plan.Tranche", "1"), ("Plan.Source", "Local"), (name, ""));
        Assert.Equal("Đánh dấu «Đã xem» ở cảnh báo «Thời gian không ghi năm».", (await Browser.ReadAsync(refused)).QuerySelector(".error-summary a")!.TextContent);
        Assert.False(await TickedAsync());

        foreach (var (values, isTicked) in new[] { (new[] { "", "da-xem" }, true), ([""], false) })
        {
            using var kept = await PostToAsync(preview, "ApDung", [.. values.Select(v => (name, v)), ("Plan.Tranche", "1")]);
            Assert.Equal(isTicked, await TickedAsync());
        }

        using var made = await _clerk.PostAsync(preview, ("Plan.Tranche", "1"), ("Plan.Source", "Local"), (name, ""), (name, "da-xem"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);

        async Task<bool> TickedAsync() => ((IHtmlInputElement)(await _clerk.OpenAsync(preview)).QuerySelector($"input[type=checkbox][name='{name}']")!).IsChecked;
    }

    [Fact]
    public async Task A_kind_with_very_many_warnings_lists_the_first_of_them_and_counts_the_others()
    {
        var annex = Annex();
        for (var row = 5; row < 105; row++) annex.Line(row, 1, (row - 4) * 2, "Đề án " + row.ToString(CultureInfo.InvariantCulture), "Huyện Ea Kar", "05/2024", 100, 60, 40);
        var section = (await _clerk.OpenAsync(await UploadAsync(annex.Build()))).QuerySelector("section[aria-labelledby=canh-bao]")!;
        Assert.Equal(("◐ 100 cảnh báo", "Số thứ tự không nối tiếp (100)"), (section.QuerySelector("h2")!.TextContent, section.QuerySelector("h3")!.TextContent));
        Assert.Equal((41, "… và 60 cảnh báo cùng loại."), (section.QuerySelectorAll("li").Length, section.QuerySelectorAll("li")[^1].TextContent));
    }

    [Fact]
    public async Task A_taken_tranche_is_refused_with_its_name()
    {
        var preview = await UploadAsync(Sample(Good));
        using (await _clerk.PostAsync(preview, ("Plan.Tranche", "1"), ("Plan.Source", "Local"))) { }

        using var second = await _clerk.PostAsync(preview, ("Plan.Tranche", "1"), ("Plan.Source", "Local"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("Năm 2024 đã có kế hoạch đợt I.", (await Browser.ReadAsync(second)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        await using var db = _portal.Db();
        Assert.Equal(1, await db.Plans.CountAsync(Stop));
    }

    public static TheoryData<string, WorkbookProblem> BadFiles => new()
    {
        { "rong.xlsx", WorkbookProblem.Empty },
        { "van-ban.xlsx", WorkbookProblem.NotAWorkbook },
        { "cat-doi.xls", WorkbookProblem.Damaged },
        { "ke-toan-xuat.xls", WorkbookProblem.TextFile },
        { "macro.xlsm", WorkbookProblem.Macros },
        { "lon.xlsx", WorkbookProblem.TooLarge },
        { "bom.xlsx", WorkbookProblem.UnpacksTooLarge },
        { "khong-co-bang.xlsx", WorkbookProblem.NoTable },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_file_is_told_at_its_field_and_not_kept(string name, WorkbookProblem problem)
    {
        using var answer = await SendAsync(_clerk, name, Bad(problem));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Contains(AnnexTexts.Sentence(problem), page.QuerySelector("#File_loi")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#File[aria-invalid=true]"));
        await using var db = _portal.Db();
        Assert.Equal(0, await db.Documents.CountAsync(Stop));
    }

    [Fact]
    public async Task An_old_workbook_is_previewed_and_its_notes_are_for_its_uploader()
    {
        using var sent = await SendAsync(_clerk, "Phụ lục 2024.XLS", Sample("phu-luc-ke-hoach-2024-dot-1-co-loi.xls"));
        var preview = sent.Headers.Location!.OriginalString;
        var page = await _clerk.OpenAsync(preview);
        var link = page.QuerySelectorAll("#loi a").Single(a => a.TextContent == "Tải tệp kèm ghi chú lỗi (.xlsx)").GetAttribute("href")!;

        using var file = await _clerk.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal("Phụ lục 2024 - ghi chú.xlsx", file.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file.Content.Headers.ContentType!.MediaType);
        using var again = await SendAsync(_clerk, "sua.xlsx", await file.Content.ReadAsByteArrayAsync(Stop));
        var noted = await _clerk.OpenAsync(again.Headers.Location!.OriginalString);
        Assert.Equal(page.QuerySelector("#cac-loi")!.TextContent, noted.QuerySelector("#cac-loi")!.TextContent);

        using var theirs = await (await _portal.SignInAsync(Role.Division)).GetAsync(link);
        await AssertForbiddenAsync(await _portal.SignInAsync(Role.Accountant), link);
        Assert.Equal(HttpStatusCode.NotFound, theirs.StatusCode);
        await using var db = _portal.Db();
        Assert.Equal("application/vnd.ms-excel", (await db.Documents.SingleAsync(d => d.FileName == "Phụ lục 2024.xls", Stop)).ContentType);
    }

    [Fact]
    public async Task No_file_asks_for_one()
    {
        using var answer = await _clerk.PostAsync(Page);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Chọn tệp Excel", (await Browser.ReadAsync(answer)).QuerySelector("#File_loi")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_far_too_large_gets_its_page_before_it_is_read()
    {
        using var answer = await SendAsync(_clerk, "lon.xlsx", new byte[11 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("bảng tính tối đa 10 MB", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Accountant)]
    [InlineData(Role.CentreManager)]
    [InlineData(Role.Officer)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Administrator)]
    public async Task Who_may_not_edit_plans_may_not_open_the_pages(Role role)
    {
        var preview = await UploadAsync(Sample(Good));
        var other = await _portal.SignInAsync(role);

        await AssertForbiddenAsync(other, Page);
        await AssertForbiddenAsync(other, preview);
    }

    [Fact]
    public async Task Another_clerks_workbook_and_one_that_never_was_are_not_found()
    {
        var preview = await UploadAsync(Sample(Good));
        var other = await _portal.SignInAsync(Role.Division);

        using var theirs = await other.GetAsync(preview);
        using var none = await _clerk.GetAsync(Page + "/999999");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.StatusCode, none.StatusCode));
    }

    [Theory]
    [InlineData("?nam=abc&dot=-5&nguon=x&o=E17.999999&o=&nhom=9.ND1&don-vi=xyz")]
    [InlineData("?nam=99999&dot=77")]
    [InlineData("?nam=0")]
    public async Task An_address_that_makes_no_sense_still_shows_the_preview(string query)
    {
        var preview = await UploadAsync(Sample(Good));

        await _clerk.OpenAsync(preview + query);
    }

    [Fact]
    public async Task A_long_annex_is_shown_page_by_page_and_a_fault_leads_to_its_page()
    {
        var workbook = new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng")
            .Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ", "Đối ứng")
            .Line(4, 1, "I", "Thông tin, tuyên truyền");
        for (var row = 5; row < 2005; row++) workbook.Line(row, 1, row - 4, "Đề án " + row.ToString(CultureInfo.InvariantCulture), "Huyện Ea Kar", "05/2024", 100, 60, 40);
        var preview = await UploadAsync(workbook.Text("F1900", "sáu mươi").Build());

        var page = await _clerk.OpenAsync(preview);
        Assert.Equal(100, page.QuerySelectorAll("table.data tbody th[scope=row]").Length);
        Assert.Null(page.QuerySelector("#o-F1900"));
        var there = page.QuerySelector("#loi li > a")!.GetAttribute("href")!;
        Assert.EndsWith("#o-F1900", there, StringComparison.Ordinal);
        var last = await _clerk.OpenAsync(there.Split('#')[0]);
        Assert.NotNull(last.QuerySelector("#o-F1900.faulty"));
        Assert.Equal("1.801–1.900 trong 2.000", last.QuerySelector("nav.pager p")!.TextContent);
        Assert.Equal(100, (await _clerk.OpenAsync(preview + "?trang=999")).QuerySelectorAll("table.data tbody th[scope=row]").Length);
    }

    [Theory]
    [InlineData("D", "lúc nào {0}")]
    [InlineData("C", "Huyện Lạ {0}")]
    [InlineData("F", "chừng {0}")]
    public async Task A_page_of_twenty_four_faults_is_light_enough_for_a_slow_line(string column, string text)
    {
        var workbook = new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng")
            .Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ", "Đối ứng", "Đơn vị thụ hưởng", "Đơn vị thực hiện", "Ghi chú")
            .Line(4, 1, "I", "Thông tin, tuyên truyền");
        for (var row = 5; row < 29; row++)
        {
            workbook.Line(row, 1, row - 4, $"Hỗ trợ ứng dụng máy móc thiết bị tiên tiến trong chế biến nông sản số {row}", "Huyện Ea Kar", "05/2024", 100, 60, 40, $"Hợp tác xã Minh Họa {row}", "Trung tâm Khuyến công", "Ghi chú")
                .Text($"{column}{row}", string.Format(CultureInfo.InvariantCulture, text, row));
        }

        using var answer = await _clerk.GetAsync(await UploadAsync(workbook.Build()));
        var page = await answer.Content.ReadAsByteArrayAsync(Stop);
        Assert.Contains("24 lỗi", Encoding.UTF8.GetString(page), StringComparison.Ordinal);
        Assert.InRange(page.Length, 10_000, 60 * 1024);
    }

    [Fact]
    public async Task A_preview_asks_the_database_at_most_twelve_times()
    {
        var preview = await UploadAsync(Sample(Faulty));
        await _clerk.OpenAsync(preview);
        using var commands = new SqlCount(_portal.ConnectionString);

        await _clerk.OpenAsync(preview);

        Assert.InRange(commands.Commands, 1, 12);
    }

    [Fact]
    public async Task A_preview_of_another_years_annex_asks_the_database_at_most_twelve_times()
    {
        var preview = await UploadAsync(Annex().Text("A2", "Danh mục đợt I năm 2022").Line(5, 1, 1, "Đề án A", "Huyện Ea Kar", "05/2022", 100, 60, 40).Build());
        await _clerk.OpenAsync(preview);
        using var commands = new SqlCount(_portal.ConnectionString);

        await _clerk.OpenAsync(preview);

        Assert.InRange(commands.Commands, 1, 12);
    }

    private static WorkbookBuilder Annex() => new WorkbookBuilder().Text("A1", "Đơn vị tính: triệu đồng").Text("A2", "Danh mục đợt I năm 2024")
        .Line(3, 1, "STT", "Tên đề án", "Địa điểm", "Thời gian", "Tổng kinh phí", "Kinh phí hỗ trợ", "Đối ứng")
        .Line(4, 1, "I", "Thông tin, tuyên truyền");

    // A column that is not read, a gap in the numbers, and a total of half as much again.
    private static WorkbookBuilder Differing() => Annex().Text("I3", "Cột lạ").Number("I5", 7)
        .Line(5, 1, 1, "Đề án A", "Huyện Ea Kar", "05/2024", 100, 60, 40).Line(6, 1, 3, "Đề án B", "Huyện Ea Kar", "05/2024", 100, 60, 40)
        .Line(8, 1, null, "Tổng cộng", null, null, 300, 120, 80);

    private static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));

    private static byte[] Bad(WorkbookProblem problem) => problem switch
    {
        WorkbookProblem.Empty => [],
        WorkbookProblem.NotAWorkbook => "%PDF-1.7"u8.ToArray(),
        WorkbookProblem.TextFile => Encoding.UTF8.GetBytes("<html><table><tr><td>STT</td><td>Tên đề án</td></tr></table></html>"),
        WorkbookProblem.Damaged => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
        WorkbookProblem.Macros => new WorkbookBuilder().Text("A1", "STT").Build(SpreadsheetDocumentType.MacroEnabledWorkbook),
        WorkbookProblem.TooLarge => [.. "PK\u0003\u0004"u8, .. new byte[10 * 1024 * 1024]],
        WorkbookProblem.UnpacksTooLarge => Bomb(),
        _ => new WorkbookBuilder().Text("A1", "Kính gửi").Build(),
    };

    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();
        stream.Write(new WorkbookBuilder().Text("A1", "STT").Build());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/media/anh.bin", CompressionLevel.SmallestSize).Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 130; i++) entry.Write(block);
        }

        return stream.ToArray();
    }

    private static string? Value(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlSelectElement select => select.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    private static async Task AssertForbiddenAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<string> UploadAsync(byte[] file)
    {
        using var answer = await SendAsync(_clerk, "phu-luc.xlsx", file);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string name, byte[] file)
    {
        var page = await browser.OpenAsync(Page);
        using var content = new MultipartFormDataContent
        {
            { new StringContent(Value(page, "__RequestVerificationToken")!), "__RequestVerificationToken" },
        };
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "File", name);
        return await browser.Client.PostAsync(new Uri(Page, UriKind.Relative), content, Stop);
    }

    private async Task<HttpResponseMessage> PostToAsync(string path, string handler, params (string Name, string Value)[] fields)
    {
        var page = await _clerk.OpenAsync(path);
        var token = page.QuerySelectorAll("main form [name=__RequestVerificationToken]").OfType<IHtmlInputElement>().Last().Value;
        var button = page.QuerySelectorAll("button[formaction]").First(b => b.GetAttribute("formaction")!.Contains(handler, StringComparison.Ordinal));
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)));
        return await _clerk.Client.PostAsync(new Uri(button.GetAttribute("formaction")!, UriKind.Relative), content, Stop);
    }

    private async Task AssertNoPlanAsync()
    {
        await using var db = _portal.Db();
        Assert.Equal(0, await db.Plans.CountAsync(Stop) + await db.Projects.CountAsync(Stop));
    }
}
