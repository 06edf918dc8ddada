using KhuyenCong.Domain.Money;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Services.Vi;
using KhuyenCong.Web.TagHelpers;
using Xunit;

namespace KhuyenCong.Web.Tests.TagHelpers;

public class FigureTagHelperTests
{
    private static readonly DateTime LateEvening = new(2024, 11, 12, 18, 30, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(5_089_000_000L, AmountUnit.Dong, false, "5.089.000.000")]
    [InlineData(5_089_000_000L, AmountUnit.Dong, true, "5.089.000.000&#xA0;đ")]
    [InlineData(356_300_000L, AmountUnit.Million, true, "356,3&#xA0;triệu đồng")]
    [InlineData(-1L, AmountUnit.Dong, true, "\u22121&#xA0;đ")]
    [InlineData(null, AmountUnit.Dong, true, "–")]
    public async Task An_amount_is_grouped_and_an_unknown_one_is_a_dash(long? dong, AmountUnit unit, bool showUnit, string expected)
    {
        var value = dong is { } d ? new Vnd(d) : (Vnd?)null;
        Assert.Equal($"<span class=\"vnd\">{expected}</span>", await Rendered.HtmlAsync(new VndTagHelper { Value = value, Unit = unit, ShowUnit = showUnit }));
    }

    [Fact]
    public async Task A_date_is_written_for_people_and_for_programs() => Assert.Equal(
        "<time datetime=\"2024-02-05\">05/02/2024</time>", await Rendered.HtmlAsync(new VnDateTagHelper { Value = new DateOnly(2024, 2, 5) }));

    [Fact]
    public async Task An_unknown_date_says_so_and_is_no_time() => Assert.Equal(
        "<span>ngày chưa rõ</span>", await Rendered.HtmlAsync(new VnDateTagHelper { Unknown = "ngày chưa rõ" }));

    [Fact]
    public async Task An_instant_is_shown_on_the_day_it_falls_on_in_Vietnam()
    {
        Assert.Equal("<time datetime=\"2024-11-12T18:30:00Z\">13/11/2024 01:30</time>", await Rendered.HtmlAsync(new VnInstantTagHelper { Value = LateEvening }));
        var day = await Rendered.ElementAsync(new VnInstantTagHelper { Value = LateEvening, DayOnly = true });
        Assert.Equal("13/11/2024", day.TextContent);
        Assert.Equal("13/11/2024 01:30", day.GetAttribute("title"));
    }

    [Fact]
    public async Task No_instant_is_a_dash() => Assert.Equal("<span>–</span>", await Rendered.HtmlAsync(new VnInstantTagHelper()));

    [Fact]
    public async Task Every_status_has_a_shape_and_a_word()
    {
        foreach (var status in Enum.GetValues<PlanStatus>()) await HasShapeAndWord(new() { PlanStatus = status }, StatusText.Of(status));
        foreach (var status in Enum.GetValues<ProjectStatus>()) await HasShapeAndWord(new() { ProjectStatus = status }, StatusText.Of(status));
        foreach (var verdict in Enum.GetValues<AppraisalVerdict>()) await HasShapeAndWord(new() { Verdict = verdict }, StatusText.Of(verdict));
        foreach (var tone in Enum.GetValues<StatusTone>()) await HasShapeAndWord(new() { Tone = tone, Text = "Chờ" }, "Chờ");
    }

    [Fact]
    public async Task What_stands_within_a_status_follows_its_word()
    {
        var mark = await Rendered.ElementAsync(new StatusMarkTagHelper { ProjectStatus = ProjectStatus.InProgress }, "60 %");
        Assert.Equal("Đang thực hiện 60 %", mark.TextContent);
    }

    [Fact]
    public async Task Waiting_and_refused_differ_in_shape_not_in_colour_alone()
    {
        var waiting = await Rendered.ElementAsync(new StatusMarkTagHelper { Tone = StatusTone.Waiting, Text = "x" });
        var wrong = await Rendered.ElementAsync(new StatusMarkTagHelper { Tone = StatusTone.Wrong, Text = "x" });
        Assert.NotEqual(waiting.QuerySelector("svg")!.InnerHtml, wrong.QuerySelector("svg")!.InnerHtml);
    }

    [Fact]
    public async Task Approved_contracted_and_running_projects_differ_in_shape_and_are_all_green()
    {
        List<AngleSharp.Dom.IElement> marks = [];
        foreach (var status in new[] { ProjectStatus.Approved, ProjectStatus.Contracted, ProjectStatus.InProgress })
        {
            marks.Add(await Rendered.ElementAsync(new StatusMarkTagHelper { ProjectStatus = status }));
        }

        Assert.Equal(3, marks.Select(m => m.QuerySelector("svg")!.InnerHtml).Distinct(StringComparer.Ordinal).Count());
        Assert.All(marks, m => Assert.Equal("status status-fine", m.ClassName));
    }

    [Fact]
    public async Task No_two_tones_share_shape_and_colour()
    {
        List<string> looks = [];
        foreach (var tone in Enum.GetValues<StatusTone>())
        {
            var mark = await Rendered.ElementAsync(new StatusMarkTagHelper { Tone = tone, Text = "x" });
            looks.Add(mark.ClassName + mark.QuerySelector("svg")!.InnerHtml);
        }

        Assert.Equal(looks.Count, looks.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_text_with_markup_is_encoded() => Assert.DoesNotContain(
        "<b>", await Rendered.HtmlAsync(new StatusMarkTagHelper { Tone = StatusTone.Fine, Text = "<b>" }), StringComparison.Ordinal);

    [Theory]
    [InlineData(StepState.Done, "step-done", "(đã xong)", null)]
    [InlineData(StepState.Now, "step-now", "(đang ở bước này)", "step")]
    [InlineData(StepState.Ahead, "step-ahead", "(chưa đến)", null)]
    public async Task A_step_says_where_it_stands_in_words(StepState state, string css, string word, string? current)
    {
        var step = await Rendered.ElementAsync(new StepTagHelper { State = state, Label = "Nghiệm thu" });
        Assert.Equal(css, step.ClassName);
        Assert.EndsWith(word, step.TextContent, StringComparison.Ordinal);
        Assert.Equal(current, step.GetAttribute("aria-current"));
    }

    private static async Task HasShapeAndWord(StatusMarkTagHelper helper, string word)
    {
        var mark = await Rendered.ElementAsync(helper);
        Assert.Equal(word, mark.TextContent);
        Assert.Equal("true", mark.QuerySelector("svg")!.GetAttribute("aria-hidden"));
        Assert.NotEmpty(mark.QuerySelector("svg")!.Children);
    }
}
