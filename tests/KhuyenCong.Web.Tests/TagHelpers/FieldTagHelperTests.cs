using AngleSharp.Dom;
using FluentValidation;
using KhuyenCong.Domain.Money;
using KhuyenCong.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KhuyenCong.Web.Tests.TagHelpers;

public class FieldTagHelperTests
{
    private readonly ViewContext _view = Rendered.View(services: new ServiceCollection()
        .AddSingleton<IValidator<Request>>(new RequestValidator()).BuildServiceProvider());

    [Fact]
    public async Task A_field_says_what_its_validator_demands()
    {
        var field = await FieldAsync(nameof(Request.Name), null, hint: "Như trong phụ lục");
        var input = field.QuerySelector("input")!;
        Assert.True(input.HasAttribute("required"));
        Assert.Equal("300", input.GetAttribute("maxlength"));
        Assert.Equal("Input_Name", field.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("Như trong phụ lục", field.QuerySelector("#" + input.GetAttribute("aria-describedby"))!.TextContent);
        Assert.Null(field.QuerySelector(".optional"));
    }

    [Fact]
    public async Task A_field_that_may_stay_empty_says_so()
    {
        var field = await FieldAsync(nameof(Request.Note), null);
        Assert.False(field.QuerySelector("input")!.HasAttribute("required"));
        Assert.Equal("(không bắt buộc)", field.QuerySelector(".optional")!.TextContent);
    }

    [Fact]
    public async Task A_field_that_is_needed_later_says_when()
    {
        var helper = Helper(nameof(Request.Note), null, FieldKind.Auto);
        helper.Optional = "cần có khi trình";
        Assert.Equal("(cần có khi trình)", (await Rendered.ElementAsync(helper)).QuerySelector("label .optional")!.TextContent);
    }

    [Fact]
    public async Task A_field_demanded_under_a_condition_claims_neither()
    {
        var field = await FieldAsync(nameof(Request.Reason), null);
        Assert.False(field.QuerySelector("input")!.HasAttribute("required"));
        Assert.Null(field.QuerySelector(".optional"));
        Assert.Null(field.QuerySelector("input")!.GetAttribute("maxlength"));
    }

    [Fact]
    public async Task What_was_typed_stays_beside_its_error()
    {
        _view.ModelState.SetModelValue("Input.Amount", "1,2", "1,2");
        _view.ModelState.AddModelError("Input.Amount", "Nhập số tiền bằng đồng");
        var field = await FieldAsync(nameof(Request.Amount), null);
        var input = field.QuerySelector("input")!;
        Assert.Equal(("1,2", "true"), (input.GetAttribute("value"), input.GetAttribute("aria-invalid")));
        Assert.Equal("✕ Nhập số tiền bằng đồng", field.QuerySelector("#" + input.GetAttribute("aria-describedby"))!.TextContent);
    }

    [Fact]
    public async Task Money_is_shown_in_groups() => Assert.Equal(
        "60.000.000", (await FieldAsync(nameof(Request.Amount), Vnd.Million(60))).QuerySelector("input[data-money]")!.GetAttribute("value"));

    [Fact]
    public async Task A_date_is_handed_over_as_date_fields_want_it()
    {
        var input = (await FieldAsync(nameof(Request.Date), new DateOnly(2024, 2, 5))).QuerySelector("input")!;
        Assert.Equal(("text", "05/02/2024"), (input.GetAttribute("type"), input.GetAttribute("value")));
    }

    [Fact]
    public async Task A_month_is_handed_over_without_its_day()
    {
        var input = (await FieldAsync(nameof(Request.Date), new DateOnly(2024, 2, 5), FieldKind.Month)).QuerySelector("input")!;
        Assert.Equal(("text", "02/2024"), (input.GetAttribute("type"), input.GetAttribute("value")));
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        _view.ModelState.SetModelValue("Input.Name", "bí mật", "bí mật");
        Assert.DoesNotContain("bí mật", (await FieldAsync(nameof(Request.Name), "bí mật", FieldKind.Password)).OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_select_marks_what_was_chosen()
    {
        var helper = Helper(nameof(Request.Note), "b", FieldKind.Auto);
        helper.Items = [new("Tạm ứng", "a"), new("Thanh toán", "b")];
        var options = (await Rendered.ElementAsync(helper)).QuerySelectorAll("option");
        Assert.Equal(["", "a", "b"], options.Select(o => o.GetAttribute("value")!));
        Assert.Equal("b", options.Single(o => o.HasAttribute("selected")).GetAttribute("value"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(null, false)]
    public async Task A_checkbox_is_ticked_when_true(bool? value, bool expected) => Assert.Equal(
        expected, (await FieldAsync(nameof(Request.Group), value)).QuerySelector("input[type=checkbox]")!.HasAttribute("checked"));

    [Fact]
    public async Task Text_keeps_its_first_empty_line_and_no_markup()
    {
        var area = (await FieldAsync(nameof(Request.Note), "\n<b>x", FieldKind.Textarea)).QuerySelector("textarea")!;
        Assert.Equal("\n<b>x", area.TextContent);
    }

    [Fact]
    public async Task Further_attributes_go_to_the_control()
    {
        var field = await Rendered.ElementAsync(Helper(nameof(Request.Name), null, FieldKind.File), "", ("accept", ".pdf"));
        Assert.Equal(".pdf", field.QuerySelector("input")!.GetAttribute("accept"));
        Assert.Null(field.GetAttribute("accept"));
    }

    private Task<IElement> FieldAsync(string property, object? value, FieldKind kind = FieldKind.Auto, string? hint = null)
    {
        var helper = Helper(property, value, kind);
        helper.Hint = hint;
        return Rendered.ElementAsync(helper);
    }

    private FieldTagHelper Helper(string property, object? value, FieldKind kind)
    {
        var metadata = new EmptyModelMetadataProvider();
        var explorer = new ModelExplorer(metadata, metadata.GetMetadataForProperty(typeof(Request), property), value);
        return new() { For = new ModelExpression("Input." + property, explorer), Label = "Nhãn", Kind = kind, ViewContext = _view };
    }

    private sealed class Request
    {
        public string? Name { get; set; }

        public string? Note { get; set; }

        public string? Reason { get; set; }

        public Vnd? Amount { get; set; }

        public DateOnly? Date { get; set; }

        public bool? Group { get; set; }
    }

    private sealed class RequestValidator : AbstractValidator<Request>
    {
        public RequestValidator()
        {
            RuleFor(r => r.Name).NotEmpty().MaximumLength(300).MaximumLength(500);
            RuleFor(r => r.Note).MaximumLength(2000);
            RuleFor(r => r.Reason).NotEmpty().MaximumLength(100).When(r => r.Note is not null);
        }
    }
}
